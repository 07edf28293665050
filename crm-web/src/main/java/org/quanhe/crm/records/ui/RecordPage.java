package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.activities.ui.Rhythm;
import org.quanhe.crm.activities.ui.Timeline;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.TimelineEntry;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Recent;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The page of one record: customers with everything around them, other types with their fields and changes. */
@Named
@RequestScoped
public class RecordPage {
    private static final String CUSTOMERS = "customers";
    private static final int WEEKS = 52;
    private static final int ENTRIES = 30;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Audit audit;

    @Inject
    private Values values;

    @Inject
    private Contacts contacts;

    @Inject
    private Timeline timeline;

    @Inject
    private ChangeWords changeWords;

    @Inject
    private RelatedRecords relatedRecords;

    @Inject
    private Viewer viewer;

    @Inject
    private Recent recent;

    @Inject
    private Toasts toasts;

    private RecordTypeView type;
    private RecordView record;
    private String tab;
    private @Nullable Rhythm rhythm;
    private @Nullable Optional<NextStep> next;
    private @Nullable List<TimelineEntry> entries;
    private @Nullable List<AuditLine> changes;

    @PostConstruct
    void open() {
        type = metadata.type(parameter("type"));
        String id = parameter("id");
        record = records.open(new RecordRef(type.name(), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0));
        if (type.titleField().kind() == FieldKind.TEXT) {
            recent.open(record.ref(), getTitle());
        }
        List<String> tabs = tabNames();
        tab = tabs.contains(parameter("tab")) ? parameter("tab") : tabs.get(0);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Contacts are followed: timeline, rhythm, next step. */
    public boolean isFollowed() {
        return type.name().equals(CUSTOMERS);
    }

    private List<String> tabNames() {
        return isFollowed()
                ? List.of("activity", "profile", "related", "changes")
                : List.of("profile", "related", "changes");
    }

    public List<ListPage.Tab> getTabs() {
        return tabNames().stream()
                .map(name -> new ListPage.Tab(
                        viewer.text("ui.tab." + name), getHref() + "&tab=" + name, name.equals(tab), false))
                .toList();
    }

    public String getTab() {
        return tab;
    }

    public String getTitle() {
        String text = record.title();
        boolean relation = type.name().equals("relations");
        String told = relation ? values.line(record, type.titleField()) : text;
        return told.isBlank() ? viewer.text("ui.untitled") : told;
    }

    public @Nullable String getTitleLang() {
        return NameLanguage.of(getTitle(), viewer.language());
    }

    public String getInitials() {
        return Initials.of(getTitle());
    }

    public String getColour() {
        return Initials.colour(record.ref().id());
    }

    /** Choices and tags beside the name. */
    public List<Shown> getTags() {
        return type.fields().stream()
                .filter(f -> f.kind() == FieldKind.CHOICES || f.kind() == FieldKind.CHOICE && f.is(Use.FACET))
                .filter(f -> !f.name().equals(type.titleField().name()))
                .flatMap(f -> values.of(record, f).stream())
                .toList();
    }

    /** What stands below the name: code, subtitle, city. */
    public List<Shown> getSubline() {
        return type.fields().stream()
                .filter(f -> f.is(Use.SUBTITLE) || List.of("externalId", "city").contains(f.name()))
                .flatMap(f -> values.of(record, f).stream())
                .toList();
    }

    /** All fields with a value; of contact lists the lists, not their primary entries. */
    public List<Line> getProfile() {
        return lines(false);
    }

    /** All fields, with or without a value, and who made the record when. */
    public List<Line> getSheet() {
        return lines(true);
    }

    private List<Line> lines(boolean all) {
        List<Line> lines = new ArrayList<>();
        for (FieldView field : type.fields()) {
            List<Shown> shown = field.primaryOf().isEmpty() ? values.of(record, field) : List.of();
            boolean told = field.readOnly() || field.is(Use.TITLE) || field.is(Use.SUBTITLE) && shown.size() < 2;
            boolean skipped = !field.primaryOf().isEmpty() || !all && told;
            if (!skipped && (all || !shown.isEmpty())) {
                lines.add(new Line(values.label(field), shown, field.kind() == FieldKind.LONG_TEXT));
            }
        }
        return lines;
    }

    public Rhythm getRhythm() {
        if (rhythm == null) {
            rhythm = contacts.rhythm(records.rhythm(record.ref(), WEEKS));
        }
        return rhythm;
    }

    public @Nullable NextStep getNext() {
        if (next == null) {
            next = Optional.ofNullable(
                            records.nextSteps(type.name(), List.of(record.ref().id()))
                                    .get(record.ref().id()))
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
                        && List.of("call", "message", "meeting")
                                .contains(String.valueOf(entry.activity().value(Contacts.KIND))))
                .map(TimelineEntry::at)
                .findFirst();
    }

    private List<TimelineEntry> entries() {
        if (entries == null) {
            String before = parameter("before");
            entries = records.timeline(record.ref(), before.isEmpty() ? null : before, ENTRIES);
        }
        return entries;
    }

    private List<TimelineEntry> wanted() {
        return switch (parameter("only")) {
            case "contacts" ->
                entries().stream().filter(e -> e.activity() != null).toList();
            case "changes" ->
                entries().stream().filter(e -> e.activity() == null).toList();
            default -> entries();
        };
    }

    public List<Timeline.Item> getOpenItems() {
        return parameter("before").isEmpty() ? timeline.open(type, wanted()) : List.of();
    }

    public List<Timeline.Day> getDays() {
        return timeline.days(type, wanted());
    }

    public String getOlderHref() {
        return entries().size() < ENTRIES
                ? ""
                : getHref() + "&before="
                        + Links.encode(entries().get(ENTRIES - 1).id());
    }

    public List<ListPage.Tab> getOnly() {
        String chosen = parameter("only").isEmpty() ? "all" : parameter("only");
        return List.of("all", "contacts", "changes").stream()
                .map(name -> new ListPage.Tab(
                        viewer.text("ui.timeline." + name), getHref() + "&only=" + name, name.equals(chosen), false))
                .toList();
    }

    public List<RelatedRecords.Group> getRelated() {
        return relatedRecords.of(type, record);
    }

    public List<RelatedRecords.Person> getPeople() {
        return relatedRecords.people(record);
    }

    public String getAddRelationHref() {
        return "edit.xhtml?type=relations&set.customer=" + record.ref().id();
    }

    public List<AuditLine> getChanges() {
        if (changes == null) {
            String before = parameter("beforeLine");
            changes =
                    audit.of(record.ref(), before.matches("\\d{1,18}") ? Long.valueOf(before) : null, ENTRIES).stream()
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
                entry.why(),
                changeWords.of(type, entry.changes()));
    }

    public String getOlderChangesHref() {
        List<AuditLine> shown = getChanges();
        return shown.size() < ENTRIES
                ? ""
                : getHref() + "&tab=changes&beforeLine="
                        + shown.get(shown.size() - 1).id();
    }

    /** Deletes the record; a toast on the list brings it back. */
    public String delete() {
        records.delete(record.ref(), null, "");
        recent.forget(record.ref());
        toasts.sayDeleted(
                viewer.text("ui.deleted", getTitle()),
                type.name(),
                List.of(record.ref().id()));
        return "/list.xhtml?faces-redirect=true&type=" + Links.encode(type.name());
    }

    public String getPhoneHref() {
        return first("phone", FieldKind.PHONE).map(Values::phone).orElse("");
    }

    public String getMailHref() {
        return first("email", FieldKind.EMAIL).map(Values::mail).orElse("");
    }

    private Optional<String> first(String name, FieldKind kind) {
        return type.fields().stream()
                .filter(f -> f.name().equals(name) || f.kind() == kind)
                .map(f -> record.value(f.name()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }

    public boolean isUser() {
        return type.name().equals("users");
    }

    public boolean isTask() {
        return type.name().equals(Contacts.TYPE) && Boolean.FALSE.equals(record.value(Contacts.DONE));
    }

    public RecordView getRecord() {
        return record;
    }

    public long getId() {
        return record.ref().id();
    }

    public String getTypeName() {
        return type.name();
    }

    public String getTypeLabel() {
        return viewer.text(type.name() + ".type");
    }

    public String getListHref() {
        return Links.list(type.name());
    }

    public String getHref() {
        return Links.record(type.name(), record.ref().id());
    }

    public String getEditHref() {
        return "edit.xhtml?type=" + Links.encode(type.name()) + "&id="
                + record.ref().id();
    }

    /** A field and what it holds. */
    public record Line(String label, List<Shown> values, boolean text) {}

    /** A line of the audit. */
    public record AuditLine(
            long id, String at, String full, String by, String action, String why, List<ChangeWords.Change> changes) {}
}
