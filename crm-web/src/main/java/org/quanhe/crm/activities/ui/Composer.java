package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.shell.ui.FormKeys;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Notes, logs of calls, messages and meetings, and tasks, written on a customer's page. */
@Named
@RequestScoped
public class Composer {
    private static final List<String> KINDS =
            List.of("note", "call", "message", "meeting", "visit", "gift", "promise", "task");
    private static final int LONGEST_SUBJECT = 300;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    @Inject
    private Values values;

    @Inject
    private Toasts toasts;

    @Inject
    private PlanChoices planChoices;

    private String kind = "note";
    private String text = "";
    private String when = "";
    private String minutes = "";
    private String outcome = "";
    private String channel = "";
    private String remind = "";
    private String problem = "";

    /** A click on a number or an address elsewhere opens the page with the composer ready for that channel. */
    @PostConstruct
    void prepare() {
        String asked =
                request.getParameter("kind") == null ? request.getParameter("compose") : request.getParameter("kind");
        if (KINDS.contains(String.valueOf(asked))) {
            kind = asked;
        }
        String by = request.getParameter("channel");
        channel = by == null ? "" : by;
    }

    /** Writes the activity and shows it on the timeline. */
    public void save() throws IOException {
        RecordRef about = about();
        try {
            records.createOnce(Contacts.TYPE, values(about), getOnceKey());
            toasts.say(viewer.text("ui.composer.saved." + kind));
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(
                    external.getRequestContextPath() + "/" + Links.record(about.type(), about.id()) + "&tab=activity");
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = refusal.violations().isEmpty()
                    ? viewer.text(refusal)
                    : viewer.texts().text(refusal.violations().get(0).message());
        }
    }

    /** One for each page that is shown: a double click writes one activity. */
    public String getOnceKey() {
        return FormKeys.of(request);
    }

    /** The record that the page is about. */
    private RecordRef about() {
        String type = String.valueOf(request.getParameter("type"));
        return new RecordRef(
                Contacts.field(type).isPresent() ? type : "customers", Long.parseLong(request.getParameter("id")));
    }

    private Map<String, Object> values(RecordRef about) {
        String written = text.strip();
        if (written.isEmpty()) {
            throw CrmException.invalid("ui.composer.empty");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        int end = written.indexOf('\n');
        String first = end < 0 ? written : written.substring(0, end).strip();
        boolean fits = first.length() <= LONGEST_SUBJECT;
        all.put(Contacts.KIND, kind);
        all.put(Contacts.SUBJECT, fits ? first : first.substring(0, LONGEST_SUBJECT - 1) + "…");
        put(
                all,
                Contacts.BODY,
                !fits ? written : end < 0 ? "" : written.substring(end).strip());
        all.put(Contacts.field(about.type()).orElseThrow(), about);
        put(all, Contacts.MINUTES, minutes);
        put(all, Contacts.OUTCOME, outcome);
        put(all, Contacts.CHANNEL, channel);
        put(all, "remindBefore", remind);
        if (!when.isBlank()) {
            try {
                all.put(
                        Contacts.STARTS_AT,
                        LocalDateTime.parse(when).atZone(viewer.told().zone()).toInstant());
            } catch (DateTimeException unreadable) {
                throw CrmException.invalid("ui.composer.when", when);
            }
        }
        return all;
    }

    private static void put(Map<String, Object> all, String field, String value) {
        if (!value.isBlank()) {
            all.put(field, value.strip());
        }
    }

    public List<Choice> getKinds() {
        return KINDS.stream()
                .map(k -> new Choice(k, viewer.text("ui.kind." + k)))
                .toList();
    }

    public List<Choice> getOutcomes() {
        return choices(Contacts.OUTCOME);
    }

    public List<Choice> getChannels() {
        return choices(Contacts.CHANNEL);
    }

    private List<Choice> choices(String name) {
        return metadata.type(Contacts.TYPE)
                .find(name)
                .filter(field -> !field.readOnly())
                .map(field -> field.choices().stream()
                        .map(code -> new Choice(code, values.choice(field, code)))
                        .toList())
                .orElse(List.of());
    }

    /** How long before it its owner is reminded. */
    public List<PlanChoices.Choice> getReminders() {
        return planChoices.getReminders().stream()
                .filter(choice -> choice.code().matches("\\d+"))
                .toList();
    }

    public String getRemind() {
        return remind;
    }

    public void setRemind(@Nullable String remind) {
        this.remind = remind == null ? "" : remind;
    }

    public String getProblem() {
        return problem;
    }

    public String getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public String getWhen() {
        return when;
    }

    public void setWhen(@Nullable String when) {
        this.when = when == null ? "" : when;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable String minutes) {
        this.minutes = minutes == null ? "" : minutes;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome == null ? "" : outcome;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel == null ? "" : channel;
    }

    /** A code and what it says. */
    public record Choice(String code, String label) {}
}
