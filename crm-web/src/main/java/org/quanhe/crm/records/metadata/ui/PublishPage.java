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
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Missing;
import org.quanhe.crm.records.metadata.PublishedVersion;
import org.quanhe.crm.records.metadata.Stand;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What would change, in words, and the button that does it: for a draft, or for an earlier version. */
@Named
@RequestScoped
public class PublishPage {
    @Inject
    private MetadataEditing editing;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private long draft;
    private @Nullable Long version;
    private Difference difference = new Difference(List.of(), List.of());
    private String problem = "";

    @PostConstruct
    void open() {
        editing.number();
        String asked = Objects.requireNonNullElse(request.getParameter("version"), "");
        version = asked.matches("\\d{1,18}") ? Long.valueOf(asked) : null;
        String named = Objects.requireNonNullElse(request.getParameter("draft"), "");
        draft = named.matches("\\d{1,18}") ? Long.parseLong(named) : 0;
        try {
            difference = version == null ? editing.difference(draft) : editing.restoring(version);
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            if (refusal.kind() == CrmException.Kind.NOT_FOUND) {
                throw refusal;
            }
            tell(refusal);
        }
    }

    /** Publishes, and stays where it cannot be done. */
    public @Nullable String publish() {
        String why = Objects.requireNonNullElse(request.getParameter("why"), "");
        try {
            List<Stand> chosen = chosen();
            if (!chosen.isEmpty()) {
                editing.standIn(draft, chosen);
            }
            PublishedVersion done = version == null ? editing.publish(draft, why) : editing.restore(version, why);
            toasts.say(viewer.text("ui.publish.done", done.number()));
            return "/types.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            tell(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    /** What was chosen for records that are not here. */
    private List<Stand> chosen() {
        List<Stand> chosen = new ArrayList<>();
        for (Gap gap : getGaps()) {
            String id = Objects.requireNonNullElse(request.getParameter(gap.parameter()), "");
            if (id.matches("\\d{1,18}")) {
                chosen.add(new Stand(gap.type(), gap.name(), Long.parseLong(id)));
            }
        }
        return chosen;
    }

    /** Records that the file names and that are not here, each once. */
    public List<Gap> getGaps() {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        for (Missing missing : difference.missing()) {
            String key = missing.type() + ":" + missing.name();
            Gap known = gaps.get(key);
            gaps.put(
                    key,
                    new Gap(
                            missing.type(),
                            missing.name(),
                            viewer.text("ui.publish.gap", viewer.text(missing.type() + ".type.one"), missing.name()),
                            known == null ? missing.place() : known.places() + ", " + missing.place()));
        }
        return List.copyOf(gaps.values());
    }

    /** Records of that type that can be taken instead. */
    public List<Option> instead(String type) {
        return metadata.allTypes().stream().noneMatch(known -> known.name().equals(type))
                ? List.of()
                : records.list(ListQuery.of(type).limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                        .map(record -> new Option(record.ref().id(), record.title()))
                        .toList();
    }

    /** A record that is not here, and where it is named. */
    public record Gap(String type, String name, String label, String places) {
        public String parameter() {
            return "instead." + type + "." + name;
        }
    }

    /** A record that can be taken. */
    public record Option(long id, String label) {}

    /** Gives the draft up. */
    public String discard() {
        editing.discard(draft);
        toasts.say(viewer.text("ui.shape.discarded"));
        return "/types.xhtml?faces-redirect=true";
    }

    private void tell(CrmException refusal) {
        StringBuilder told = new StringBuilder(viewer.text(refusal));
        refusal.violations().forEach(violation -> told.append(' ')
                .append(violation.field())
                .append(": ")
                .append(viewer.texts().text(violation.message())));
        problem = told.toString();
    }

    public List<String> getLines() {
        return difference.lines().stream()
                .map(line -> viewer.texts().text(line.text()))
                .toList();
    }

    public List<String> getWarnings() {
        return difference.warnings().stream()
                .map(line -> viewer.texts().text(line.text()))
                .toList();
    }

    public boolean isRestoring() {
        return version != null;
    }

    public String getTitle() {
        Long number = version;
        return number == null ? viewer.text("ui.publish") : viewer.text("ui.publish.back", number);
    }

    public long getDraft() {
        return draft;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public String getProblem() {
        return problem;
    }
}
