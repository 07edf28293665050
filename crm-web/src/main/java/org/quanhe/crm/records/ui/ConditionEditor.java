package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Adds a condition to a list: a field, an operator, a value. */
@Named
@RequestScoped
public class ConditionEditor {
    private static final String PREFIX = "condition:";

    @Inject
    private HttpServletRequest request;

    @Inject
    private ListPage listPage;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    private String field = "";
    private String operator = "";
    private Input input;
    private String problem = "";

    @PostConstruct
    void open() {
        RecordTypeView type = listPage.getType();
        String asked = request.getParameter(PREFIX + "field");
        FieldView chosen = type.find(asked == null ? "" : asked)
                .orElseGet(() -> comparable(type).get(0));
        field = chosen.name();
        input = new Input(chosen, viewer, metadata.currency());
        String op = request.getParameter(PREFIX + "operator");
        operator = getOperators().stream()
                .map(Input.Option::code)
                .filter(code -> code.equals(op))
                .findFirst()
                .orElse(getOperators().get(0).code());
    }

    private static List<FieldView> comparable(RecordTypeView type) {
        return type.fields().stream().filter(f -> !f.kind().contactList()).toList();
    }

    public List<Input.Option> getFields() {
        return comparable(listPage.getType()).stream()
                .map(f -> new Input.Option(f.name(), viewer.text(f.labelKey())))
                .toList();
    }

    /** What can be asked of the field, depending on its kind. */
    public List<Input.Option> getOperators() {
        List<String> codes =
                switch (input.kind()) {
                    case CHOICE, CHOICES -> List.of("IN", "NOTIN", "PRESENT", "ABSENT");
                    case REFERENCE, REFERENCES ->
                        input.getTarget().equals("users")
                                ? List.of("ME", "EQ", "NE", "PRESENT", "ABSENT")
                                : List.of("EQ", "NE", "PRESENT", "ABSENT");
                    case NUMBER, MONEY -> List.of("GE", "LE", "EQ", "NE", "PRESENT", "ABSENT");
                    case DATE, DATE_TIME -> List.of("GE", "LT", "PRESENT", "ABSENT");
                    case YES_NO -> List.of("EQ", "PRESENT", "ABSENT");
                    default -> List.of("CONTAINS", "STARTS_WITH", "EQ", "NE", "PRESENT", "ABSENT");
                };
        return codes.stream()
                .map(code -> new Input.Option(code, viewer.text("ui.op." + code)))
                .toList();
    }

    /** The operator compares with a value. */
    public boolean isValued() {
        return !List.of("PRESENT", "ABSENT", "ME").contains(operator);
    }

    /** The field of the form for the value: choices are ticked, days are picked without a time. */
    public String getWidget() {
        return switch (input.getWidget()) {
            case "choice" -> "choices";
            case "datetime" -> "date";
            case "references" -> "reference";
            case "tags", "longtext" -> input.getOptions().isEmpty() ? "text" : "choices";
            default -> input.getWidget();
        };
    }

    /** Adds the condition and shows the list with it. */
    public void add() throws IOException {
        try {
            RecordTypeView type = listPage.getType();
            Filter more = FilterText.parse(type, text(), viewer.id());
            ListAddress to =
                    listPage.address().filtered(listPage.conditions().with(more).text());
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/" + to.href());
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
        }
    }

    private String text() {
        ZoneId zone = viewer.told().zone();
        List<String> literals = isValued() ? input.literals(zone) : List.of();
        if (isValued() && literals.isEmpty()) {
            throw CrmException.invalid("ui.op.valueMissing");
        }
        String first = literals.isEmpty() ? "" : literals.get(0);
        return switch (operator) {
            case "ME" -> field + " == me";
            case "PRESENT" -> "has(" + field + ")";
            case "ABSENT" -> "!has(" + field + ")";
            case "IN" -> in(literals);
            case "NOTIN" -> "!(" + in(literals) + ")";
            case "CONTAINS" -> field + ".contains(" + first + ")";
            case "STARTS_WITH" -> field + ".startsWith(" + first + ")";
            case "NE" -> field + " != " + first;
            case "GE" -> field + " >= " + first;
            case "LE" -> field + " <= " + first;
            case "LT" -> field + " < " + first;
            default -> field + " == " + first;
        };
    }

    private String in(List<String> literals) {
        return literals.size() == 1
                ? field + " == " + literals.get(0)
                : field + " in [" + String.join(", ", literals) + "]";
    }

    public String getProblem() {
        return problem;
    }

    public Input getInput() {
        return input;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public String getOperator() {
        return operator;
    }

    public void setOperator(String operator) {
        this.operator = operator;
    }
}
