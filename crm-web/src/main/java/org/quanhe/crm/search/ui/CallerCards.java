package org.quanhe.crm.search.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.shell.ui.Viewer;

/** What one wants to know of a customer, or a lead, when the telephone rings. */
@RequestScoped
public class CallerCards {
    private static final String SALUTATION = "salutation";
    private static final List<Object> TALKS = List.of("call", "message", "meeting", "visit");
    private static final int OPEN_ITEMS = 4;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Contacts contacts;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    /**
     * How somebody is addressed, what was last talked about, and what is open.
     *
     * @param addressed the name with its form of address
     * @param lastWhen how long ago the last talk was, empty if there was none
     * @param lastText what it was about
     * @param lastHref its page
     * @param open open tasks and appointments, the first due first
     */
    public record Card(String addressed, String lastWhen, String lastText, String lastHref, List<NextStep> open) {}

    Card of(RecordTypeView type, RecordView customer) {
        boolean followed = followed(customer);
        List<RecordView> talks = followed ? talks(customer) : List.of();
        List<NextStep> open = followed ? open(customer) : List.of();
        return talks.isEmpty()
                ? new Card(addressed(type, customer), "", "", "", open)
                : new Card(
                        addressed(type, customer),
                        ago(talks.get(0)),
                        talks.get(0).title(),
                        "record.xhtml?type=" + Contacts.TYPE + "&id="
                                + talks.get(0).ref().id(),
                        open);
    }

    /** Forms of address stand before a name; those written in characters stand behind it. */
    String addressed(RecordTypeView type, RecordView customer) {
        Object code = type.find(SALUTATION).isPresent() ? customer.value(SALUTATION) : null;
        if (code == null) {
            return customer.title();
        }
        String form = values.choice(type.field(SALUTATION), code.toString());
        boolean behind = Character.isIdeographic(form.codePointAt(0));
        boolean together = behind
                && Character.isIdeographic(
                        customer.title().codePointBefore(customer.title().length()));
        return behind ? customer.title() + (together ? "" : " ") + form : form + " " + customer.title();
    }

    /** What is talked and when are fields: not everybody may read them. */
    private boolean followed(RecordView customer) {
        return metadata.types().stream()
                .filter(type -> type.name().equals(Contacts.TYPE))
                .anyMatch(type -> Stream.of(pointing(customer), Contacts.KIND, Contacts.DONE, Contacts.STARTS_AT)
                        .allMatch(field -> type.find(field).isPresent()));
    }

    /** The field by which activities point to a customer or a lead. */
    private static String pointing(RecordView customer) {
        return Contacts.field(customer.ref().type()).orElse(Contacts.CUSTOMER);
    }

    private List<RecordView> talks(RecordView customer) {
        Filter done = Filter.eq(Contacts.DONE, true).and(Filter.in(Contacts.KIND, TALKS));
        return with(customer, done, "-" + Contacts.STARTS_AT, 1);
    }

    private List<NextStep> open(RecordView customer) {
        return with(customer, Filter.eq(Contacts.DONE, false), Contacts.STARTS_AT, OPEN_ITEMS).stream()
                .map(contacts::nextStep)
                .toList();
    }

    private List<RecordView> with(RecordView customer, Filter condition, String order, int most) {
        return records.list(ListQuery.of(Contacts.TYPE)
                        .where(Filter.eq(pointing(customer), customer.ref().id())
                                .and(condition))
                        .sortedBy(order)
                        .limitedTo(most))
                .items();
    }

    private String ago(RecordView talk) {
        if (!(talk.value(Contacts.STARTS_AT) instanceof Instant at)) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(viewer.told().day(at), viewer.today());
        return days == 0 ? viewer.text("ui.today") : viewer.text("ui.daysAgo", days);
    }
}
