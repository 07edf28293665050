package org.quanhe.crm.search.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * Who calls: the cards of the customers and leads with a number; a lead that became a customer is that customer. A
 * telephone system opens {@code call.xhtml?number=…} with the number as it has it, in any notation.
 */
@Named
@RequestScoped
public class CallPage {
    private static final String CUSTOMERS = "customers";
    private static final String LEADS = "leads";
    private static final int SHOWN = 5;
    private static final int FEWEST_DIGITS = 4;
    private static final int LONGEST = 40;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Search search;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private CallerCards cards;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    private String number = "";
    private String problem = "";
    private List<Caller> callers = List.of();
    private boolean creating;

    @PostConstruct
    void open() {
        // a plus that was not encoded arrives as a blank
        String given = Objects.requireNonNullElse(request.getParameter("number"), "");
        number = given.matches(" \\d.*") ? "+" + given.strip() : given.strip();
        RecordTypeView type = metadata.type(CUSTOMERS);
        creating = type.mayCreate();
        if (number.isEmpty()) {
            return;
        }
        if (number.length() > LONGEST
                || number.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            problem = viewer.text("search.call.noNumber", FEWEST_DIGITS);
            number = "";
            return;
        }
        try {
            List<Caller> found = new ArrayList<>(callers(type));
            metadata.types().stream()
                    .filter(other -> other.name().equals(LEADS))
                    .forEach(leads -> found.addAll(callers(leads)));
            callers = found;
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    /** Those whose phone number it is; a number in a note is nobody's. */
    private List<Caller> callers(RecordTypeView type) {
        return search
                .find(new SearchQuestion(number, List.of(type.name()), Filter.ALL, List.of(), SHOWN, null))
                .hits()
                .stream()
                .filter(hit -> hit.highlights().stream().anyMatch(h -> h.field().startsWith("phone")))
                .map(hit -> records.open(hit.ref()))
                .filter(found -> !"converted".equals(found.value("status")))
                .map(found -> caller(type, found))
                .toList();
    }

    private Caller caller(RecordTypeView type, RecordView customer) {
        long id = customer.ref().id();
        String below = List.of("company", "jobTitle", "phone", "city").stream()
                .flatMap(name -> type.find(name).stream())
                .map(field -> values.line(customer, field))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        return new Caller(
                cards.of(type, customer),
                below,
                Initials.of(customer.title()),
                Initials.colour(id),
                Links.record(type.name(), id),
                Links.record(type.name(), id) + "&compose=call",
                type.name().equals(CUSTOMERS) ? "" : viewer.text("leads.type.one"));
    }

    public String getNumber() {
        return number;
    }

    public String getProblem() {
        return problem;
    }

    public List<Caller> getCallers() {
        return callers;
    }

    public boolean isStranger() {
        return !number.isEmpty() && problem.isEmpty() && callers.isEmpty();
    }

    public boolean isCreating() {
        return creating;
    }

    /** Where a new customer with this number is made. */
    public String getCreateHref() {
        return "edit.xhtml?type=customers&quick=true&set.phone=" + Links.encode(number);
    }

    public String getTitle() {
        return callers.size() == 1 ? callers.get(0).card().addressed() : viewer.text("search.call");
    }

    /** Somebody with the number; {@code kind} says that it is a lead, and is empty for customers. */
    public record Caller(
            CallerCards.Card card,
            String below,
            String initials,
            String colour,
            String href,
            String logHref,
            String kind) {}
}
