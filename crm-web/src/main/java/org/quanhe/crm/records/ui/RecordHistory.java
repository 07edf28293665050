package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.activities.ui.Rhythm;
import org.quanhe.crm.activities.ui.Timeline;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.TimelineEntry;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** What happened with the record and what is due: timeline, rhythm of contacts, next step, changes. */
@Named
@RequestScoped
public class RecordHistory {
    private static final int WEEKS = 52;
    private static final int ENTRIES = 30;

    @Inject
    private RecordPage page;

    @Inject
    private Records records;

    @Inject
    private Audit audit;

    @Inject
    private Contacts contacts;

    @Inject
    private Timeline timeline;

    @Inject
    private ChangeWords changeWords;

    @Inject
    private Viewer viewer;

    private @Nullable Rhythm rhythm;
    private @Nullable Optional<NextStep> next;
    private @Nullable List<TimelineEntry> entries;
    private @Nullable List<AuditLine> changes;

    private RecordRef ref() {
        return page.getRecord().ref();
    }

    public Rhythm getRhythm() {
        if (rhythm == null) {
            rhythm = contacts.rhythm(records.rhythm(ref(), WEEKS));
        }
        return rhythm;
    }

    public @Nullable NextStep getNext() {
        if (next == null) {
            next = Optional.ofNullable(records.nextSteps(page.getTypeName(), List.of(ref().id()))
                            .get(ref().id()))
                    .map(contacts::nextStep);
        }
        return next.orElse(null);
    }

    /** When the last call, message or meeting took place, in words. */
    public String getLastContact() {
        return lastContact()
                .map(at -> {
                    long days = ChronoUnit.DAYS.between(viewer.told().day(at), viewer.today());
                    return days == 0 ? viewer.text("ui.today") : viewer.text("ui.daysAgo", days);
                })
                .orElseGet(() -> viewer.text("ui.never"));
    }

    public String getLastContactDate() {
        return lastContact()
                .map(at -> {
                    LocalDate day = viewer.told().day(at);
                    return viewer.told().shortDate(day, viewer.today());
                })
                .orElse("");
    }

    private Optional<Instant> lastContact() {
        return entries().stream()
                .filter(entry -> entry.activity() != null
                        && !Boolean.FALSE.equals(entry.activity().value(Contacts.DONE))
                        && CadenceView.CONTACTS.contains(
                                String.valueOf(entry.activity().value(Contacts.KIND))))
                .map(TimelineEntry::at)
                .findFirst();
    }

    private List<TimelineEntry> entries() {
        if (entries == null) {
            String before = page.parameter("before");
            entries = records.timeline(ref(), before.isEmpty() ? null : before, ENTRIES);
        }
        return entries;
    }

    private List<TimelineEntry> wanted() {
        return switch (page.parameter("only")) {
            case "contacts" ->
                entries().stream().filter(e -> e.activity() != null).toList();
            case "changes" ->
                entries().stream().filter(e -> e.activity() == null).toList();
            default -> entries();
        };
    }

    public List<Timeline.Item> getOpenItems() {
        return page.parameter("before").isEmpty() ? timeline.open(page.type(), wanted()) : List.of();
    }

    public List<Timeline.Day> getDays() {
        return timeline.days(page.type(), wanted());
    }

    public String getOlderHref() {
        return entries().size() < ENTRIES
                ? ""
                : page.getHref() + "&before="
                        + Links.encode(entries().get(ENTRIES - 1).id());
    }

    public List<Tab> getOnly() {
        String chosen = page.parameter("only").isEmpty() ? "all" : page.parameter("only");
        return List.of("all", "contacts", "changes").stream()
                .map(name -> new Tab(
                        viewer.text("ui.timeline." + name),
                        page.getHref() + "&only=" + name,
                        name.equals(chosen),
                        false))
                .toList();
    }

    public List<AuditLine> getChanges() {
        if (changes == null) {
            String before = page.parameter("beforeLine");
            changes = audit.of(ref(), before.matches("\\d{1,18}") ? Long.valueOf(before) : null, ENTRIES).stream()
                    .map(this::line)
                    .toList();
        }
        return changes;
    }

    private AuditLine line(AuditEntry entry) {
        return new AuditLine(
                entry.id(),
                viewer.told().dateTime(entry.at()),
                viewer.told().full(entry.at()),
                entry.by(),
                viewer.text("ui.audit." + entry.action()),
                viewer.texts().text(entry.why()),
                changeWords.of(page.type(), entry.changes()));
    }

    public String getOlderChangesHref() {
        List<AuditLine> shown = getChanges();
        return shown.size() < ENTRIES
                ? ""
                : page.getHref() + "&tab=changes&beforeLine="
                        + shown.get(shown.size() - 1).id();
    }

    /** A line of the audit. */
    public record AuditLine(
            long id, String at, String full, String by, String action, String why, List<ChangeWords.Change> changes) {}
}
