package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.records.ui.ConditionRows;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** When a field is shown, demanded and closed: picked row by row, or written. */
@Named
@RequestScoped
public class FieldConditionPage {
    private static final List<String> PARTS = List.of("show", "require", "lock");

    @Inject
    private MetadataEditing editing;

    @Inject
    private Metadata metadata;

    @Inject
    private DraftInHand hand;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private String field = "";
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String problem = "";

    @PostConstruct
    void open() {
        editing.number();
        type = parameter("type");
        field = parameter("field");
        metadata.type(type);
        TypeModel shaped = hand.model().type(type);
        ConditionModel held = shaped == null ? null : shaped.conditions().get(field);
        ConditionModel condition = held == null ? new ConditionModel(field, "", "", "") : held;
        part("show", condition.show());
        part("require", condition.require());
        part("lock", condition.lock());
    }

    private void part(String name, String text) {
        Optional<ConditionRows> rows =
                text.isEmpty() ? Optional.of(ConditionRows.EMPTY) : ConditionRows.of(view(), text);
        parts.put(
                name,
                new Part(
                        name,
                        viewer.text("ui.layout.cond." + name),
                        rows.isPresent(),
                        rows.orElse(ConditionRows.EMPTY),
                        text));
    }

    private RecordTypeView view() {
        return metadata.type(type);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Takes the conditions into the draft. */
    public @Nullable String keep() {
        Map<String, Object> document = new LinkedHashMap<>(Map.of("field", field));
        for (String name : PARTS) {
            boolean picked = !"text".equals(parameter(name + ".mode"));
            ConditionRows rows = ConditionRows.read(request, name + ".");
            String text = picked ? rows.text(view()) : parameter(name + ".text").strip();
            parts.put(name, new Part(name, viewer.text("ui.layout.cond." + name), picked, rows, text));
            document.put(name, text);
        }
        try {
            hand.add(Map.of("op", "setCondition", "type", type, "condition", document));
            return "/layout.xhtml?faces-redirect=true&type=" + Links.encode(type) + "&role=" + parameter("role");
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    public List<Part> getParts() {
        return new ArrayList<>(parts.values());
    }

    public List<Option> getFields() {
        return view().fields().stream()
                .filter(one -> !one.kind().contactList())
                .map(one -> new Option(one.name(), viewer.text(one.labelKey())))
                .toList();
    }

    public String getTitle() {
        return view().find(field)
                .map(one -> viewer.text(one.labelKey()))
                .or(() -> Optional.ofNullable(hand.model().type(type))
                        .flatMap(shaped -> shaped.named(field))
                        .map(one -> FieldsPage.in(one.labels(), viewer.language())))
                .orElse(field);
    }

    public String getBackHref() {
        return "layout.xhtml?type=" + Links.encode(type) + "&role=" + Links.encode(parameter("role"));
    }

    public String getType() {
        return type;
    }

    public String getField() {
        return field;
    }

    public String getRole() {
        return parameter("role");
    }

    public String getProblem() {
        return problem;
    }

    /** A field or an operator. */
    public record Option(String code, String label) {}

    /**
     * One of the conditions.
     *
     * @param picked rows say all that it is
     */
    public record Part(String name, String label, boolean picked, ConditionRows rows, String text) {}
}
