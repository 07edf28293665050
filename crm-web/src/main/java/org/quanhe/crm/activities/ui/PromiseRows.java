package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.quanhe.crm.activities.Promises.Given;
import org.quanhe.crm.activities.Promises.State;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Promises as lists show them. */
@RequestScoped
public class PromiseRows {
    @Inject
    private Viewer viewer;

    /**
     * A promise.
     *
     * @param due day and time
     * @param state in words
     * @param look class of the tag that says how it stands
     * @param settleable the viewer may say whether it was kept
     */
    public record Row(
            long id,
            String title,
            String customer,
            String customerHref,
            String owner,
            String due,
            String state,
            String look,
            boolean late,
            boolean settleable) {
        public String href() {
            return Links.record(Contacts.TYPE, id);
        }
    }

    List<Row> of(List<Given> given) {
        return given.stream().map(this::row).toList();
    }

    private Row row(Given given) {
        RecordView activity = given.activity();
        boolean open = given.state() == State.OPEN || given.state() == State.OVERDUE;
        return new Row(
                activity.ref().id(),
                activity.title(),
                title(activity, Contacts.CUSTOMER),
                activity.value(Contacts.CUSTOMER) instanceof RecordRef ref ? Links.record(ref.type(), ref.id()) : "",
                title(activity, "owner"),
                activity.value(Contacts.STARTS_AT) instanceof Instant at ? due(at) : "",
                viewer.text("activities.page.state." + given.state().name()),
                look(given.state()),
                given.state() == State.OVERDUE,
                open && activity.mayChange());
    }

    private String due(Instant at) {
        LocalDate day = viewer.told().day(at);
        return viewer.told().shortDate(day, viewer.today()) + " "
                + viewer.told().time(at);
    }

    private static String look(State state) {
        return switch (state) {
            case OPEN -> "qh-tag is-info";
            case OVERDUE, BROKEN -> "qh-tag is-bad";
            case KEPT -> "qh-tag is-ok";
        };
    }

    private static String title(RecordView activity, String field) {
        return activity.value(field) instanceof RecordRef ref
                ? activity.referenceTitles().getOrDefault(ref.key(), "")
                : "";
    }
}
