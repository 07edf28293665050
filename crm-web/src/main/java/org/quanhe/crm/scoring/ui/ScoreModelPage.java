package org.quanhe.crm.scoring.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionRows;
import org.quanhe.crm.scoring.Band;
import org.quanhe.crm.scoring.ScoreModelView;
import org.quanhe.crm.scoring.ScoreModels;
import org.quanhe.crm.scoring.ScoreModels.Side;
import org.quanhe.crm.scoring.ScoreTrial;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The model of scores: marketing and sales draft it, try it on the leads of today, and agree. */
@Named
@RequestScoped
public class ScoreModelPage {
    private static final String HERE = "/scoring.xhtml?faces-redirect=true";

    @Inject
    private ScoreModels models;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private ScoreModelView shown;
    private ModelForm form;
    private @Nullable ScoreTrial trial;
    private String problem = "";
    private Map<String, String> wrong = Map.of();

    @PostConstruct
    void open() {
        shown = models.shown();
        form = ModelForm.of(shown.draft());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private void readForm() {
        form = ModelForm.read(request, shown.draft(), leads(), viewer.language());
    }

    private RecordTypeView leads() {
        return metadata.type("leads");
    }

    /** Keeps what was typed as the draft; what is wrong stands at its place, and nothing is lost. */
    public @Nullable String save() {
        readForm();
        return tried(() -> {
            models.draft(form.document(), version());
            toasts.say(viewer.text("ui.scoring.saved"));
            return HERE;
        });
    }

    /** One more criterion of a kind; nothing is kept yet. */
    public @Nullable String add() {
        readForm();
        return null;
    }

    /** What the model that is typed would do. */
    public @Nullable String tryOut() {
        readForm();
        return tried(() -> {
            trial = models.trial(form.document());
            return null;
        });
    }

    public @Nullable String agreeForMarketing() {
        return agree(Side.MARKETING);
    }

    public @Nullable String agreeForSales() {
        return agree(Side.SALES);
    }

    private @Nullable String agree(Side side) {
        return tried(() -> {
            ScoreModelView after = models.agree(side, Objects.requireNonNullElse(version(), -1L));
            toasts.say(viewer.text(
                    after.number() > shown.number() ? "ui.scoring.inForce" : "ui.scoring.agreed", after.number()));
            return HERE;
        });
    }

    private @Nullable Long version() {
        String version = parameter("version");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    /** Work that may be refused. */
    private interface Work {
        @Nullable
        String run();
    }

    private @Nullable String tried(Work work) {
        try {
            return work.run();
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem =
                    refusal.kind() == CrmException.Kind.STALE ? viewer.text("ui.scoring.stale") : viewer.text(refusal);
            wrong = Refusals.beside(refusal, viewer);
            return null;
        }
    }

    public List<Criterion> getCriteria() {
        List<Criterion> criteria = new ArrayList<>();
        for (Map<?, ?> one : ModelForm.criteria(form.document())) {
            criteria.add(criterion(one, criteria.size()));
        }
        return criteria;
    }

    private Criterion criterion(Map<?, ?> one, int number) {
        String kind = text(one.get("kind"));
        String when = text(one.get("when"));
        Optional<ConditionRows> rows =
                when.isEmpty() ? Optional.of(ConditionRows.EMPTY) : ConditionRows.of(leads(), when);
        List<?> fields = one.get("fields") instanceof List<?> list ? list : List.of();
        String at = "criteria[" + number + "]";
        String error = wrong.entrySet().stream()
                .filter(fault ->
                        fault.getKey().startsWith(at + ".") || fault.getKey().equals(at))
                .map(Map.Entry::getValue)
                .reduce("", (one1, other) -> one1.isEmpty() ? other : one1 + " " + other);
        return new Criterion(
                "c" + number + ".",
                text(one.get("key")),
                kind,
                viewer.text("scoring.kind." + kind),
                told(one.get("labels")),
                text(one.get("points")),
                rows.isPresent(),
                rows.orElse(ConditionRows.EMPTY),
                when,
                text(one.get("signal")),
                text(one.get("about")),
                text(one.get("atMost")),
                text(one.get("everyDays")),
                text(one.get("fadesDays")),
                leads().fields().stream()
                        .filter(field -> !field.kind().contactList() && !field.readOnly())
                        .map(field ->
                                new Picked(field.name(), viewer.text(field.labelKey()), fields.contains(field.name())))
                        .toList(),
                error);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String told(@Nullable Object names) {
        if (!(names instanceof Map<?, ?> byTag) || byTag.isEmpty()) {
            return "";
        }
        Object mine = byTag.get(viewer.language().tag());
        return mine != null ? mine.toString() : byTag.values().iterator().next().toString();
    }

    public String getName() {
        return told(form.document().get("name"));
    }

    public String getWarm() {
        return text(form.document().getOrDefault("warm", ""));
    }

    public String getHot() {
        return text(form.document().getOrDefault("hot", ""));
    }

    public String getThreshold() {
        return text(form.document().getOrDefault("threshold", ""));
    }

    public String getBandsError() {
        return List.of("name", "warm", "hot", "threshold").stream()
                .map(place -> wrong.getOrDefault(place, ""))
                .reduce("", (one, other) -> one.isEmpty() ? other : other.isEmpty() ? one : one + " " + other);
    }

    public List<Picked> getFields() {
        return leads().fields().stream()
                .filter(field -> !field.kind().contactList())
                .map(field -> new Picked(field.name(), viewer.text(field.labelKey()), false))
                .toList();
    }

    public List<Picked> getSignals() {
        return Arrays.stream(SignalKind.values())
                .map(kind -> new Picked(kind.code(), viewer.text("scoring.signal." + kind.code()), false))
                .toList();
    }

    public long getVersion() {
        return shown.version();
    }

    public boolean isDiffers() {
        return shown.differs();
    }

    /** Who has agreed, or that nobody has. */
    public String getMarketing() {
        return who(shown.marketing());
    }

    public String getSales() {
        return who(shown.sales());
    }

    private String who(String name) {
        return name.isEmpty() ? viewer.text("ui.scoring.nobody") : viewer.text("ui.scoring.by", name);
    }

    public boolean isForMarketing() {
        return shown.differs() && shown.marketing().isEmpty() && speaksFor(Role.MARKETING);
    }

    public boolean isForSales() {
        return shown.differs() && shown.sales().isEmpty() && speaksFor(Role.SALES);
    }

    private boolean speaksFor(Role side) {
        return viewer.user()
                .map(CurrentUser::roles)
                .map(roles ->
                        roles.contains(side) || roles.contains(Role.MANAGER) || roles.contains(Role.ADMINISTRATOR))
                .orElse(false);
    }

    /** How far the scoring of all leads is, null where none is under way. */
    public ScoreModelView.@Nullable Progress getRescoring() {
        ScoreModelView.Progress progress = shown.rescoring();
        return progress == null || progress.endedAt() != null ? null : progress;
    }

    /** How many leads are scored anew already, in words. */
    public String getRescored() {
        ScoreModelView.Progress progress = getRescoring();
        return progress == null ? "" : viewer.told().percent(progress.percent());
    }

    public String getInForce() {
        return shown.number() == 0
                ? viewer.text("ui.scoring.shipped")
                : viewer.text("ui.scoring.number", shown.number());
    }

    /** Models that were in force, with who agreed to them. */
    public List<VersionRow> getVersions() {
        return shown.versions().stream()
                .map(version -> new VersionRow(
                        version.number(), version.why(), viewer.told().dateTime(version.at())))
                .toList();
    }

    public boolean isTried() {
        return trial != null;
    }

    public String getTrialText() {
        ScoreTrial done = Objects.requireNonNull(trial);
        return viewer.text("ui.scoring.trial", done.leads(), done.changed());
    }

    public List<BandRow> getBands() {
        ScoreTrial done = Objects.requireNonNull(trial);
        return Arrays.stream(Band.values())
                .map(band -> new BandRow(
                        viewer.text("leads.band." + band.code()),
                        done.bands().get(band).before(),
                        done.bands().get(band).after()))
                .toList();
    }

    public List<MoverRow> getMovers() {
        return Objects.requireNonNull(trial).movers().stream()
                .map(mover -> new MoverRow(
                        Links.record("leads", mover.id()),
                        mover.name(),
                        mover.before(),
                        mover.after(),
                        viewer.text("leads.band." + mover.bandBefore().code()),
                        viewer.text("leads.band." + mover.bandAfter().code())))
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    /** A criterion in the form; {@code names} is the beginning of the names of its inputs. */
    public record Criterion(
            String names,
            String key,
            String kind,
            String kindLabel,
            String label,
            String points,
            boolean picked,
            ConditionRows rows,
            String when,
            String signal,
            String about,
            String atMost,
            String everyDays,
            String fadesDays,
            List<Picked> fields,
            String error) {}

    /** Something that can be picked. */
    public record Picked(String code, String label, boolean chosen) {}

    /** A model that was in force. */
    public record VersionRow(int number, String agreed, String at) {}

    /** Leads of a band, today and then. */
    public record BandRow(String label, int before, int after) {}

    /** A lead that would move. */
    public record MoverRow(String href, String name, int before, int after, String bandBefore, String bandAfter) {}
}
