package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.RecurrenceRule;
import org.quanhe.crm.activities.RecurrenceView;
import org.quanhe.crm.activities.Recurrences;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** How an activity repeats, and what came of those before, on its page. */
@Named
@RequestScoped
public class RecurrenceCard {
    @Inject
    private Recurrences recurrences;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private @Nullable Optional<RecurrenceView> series;

    private Optional<RecurrenceView> series() {
        if (series == null) {
            String id = Objects.requireNonNullElse(request.getParameter("id"), "");
            series = Contacts.TYPE.equals(request.getParameter("type")) && id.matches("\\d{1,18}")
                    ? recurrences.of(Long.parseLong(id))
                    : Optional.empty();
        }
        return series;
    }

    public boolean isRepeating() {
        return series().isPresent();
    }

    public boolean isEnded() {
        return series().map(RecurrenceView::ended).orElse(true);
    }

    /** How, in words. */
    public String getWords() {
        return series().map(this::words).orElse("");
    }

    private String words(RecurrenceView view) {
        RecurrenceRule rule = view.rule();
        String every = viewer.text("activities.page.repeat."
                + (rule.nth() == null ? rule.frequency().name() : "NTH"));
        String until = rule.until() == null
                ? ""
                : " · " + viewer.text("activities.page.until") + " "
                        + viewer.told().date(rule.until());
        String text = rule.every() > 1 || rule.count() != null || rule.days().size() > 1 ? rule.text() : every + until;
        return text + " · " + viewer.text("activities.page.freeDays") + ": "
                + viewer.text("activities.page.freeDays." + view.freeDays().code());
    }

    public List<Line> getMade() {
        return series().map(RecurrenceView::made).orElse(List.of()).stream()
                .map(this::line)
                .toList();
    }

    private Line line(RecordView one) {
        Object outcome = one.value(Contacts.OUTCOME);
        boolean done = Boolean.TRUE.equals(one.value(Contacts.DONE));
        return new Line(
                Links.record(Contacts.TYPE, one.ref().id()),
                one.title(),
                one.value(Contacts.STARTS_AT) instanceof Instant at
                        ? viewer.told().dateTime(at)
                        : "",
                viewer.text(done ? "activities.page.done" : "activities.page.open"),
                outcome == null ? "" : viewer.text("activities.outcome." + outcome));
    }

    /** One of the series. */
    public record Line(String href, String title, String at, String state, String outcome) {}
}
