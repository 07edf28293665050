package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Why a lead has its score: the lines that it is the sum of, and points given by hand. */
@Named
@RequestScoped
public class LeadScore {
    private static final int USUAL_SCALE = 100;

    @Inject
    private Scores scores;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RecordRef lead = new RecordRef("leads", 0);
    private ScoreView view;

    @PostConstruct
    void open() {
        String id = parameter("id");
        lead = new RecordRef("leads", id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        view = scores.explain(lead);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public int getTotal() {
        return view.total();
    }

    public String getBand() {
        return viewer.text("leads.band." + view.band().code());
    }

    public String getBandLook() {
        return switch (view.band()) {
            case HOT -> "qh-tag is-bad";
            case WARM -> "qh-tag is-warn";
            case COLD -> "qh-tag is-info";
        };
    }

    public int getThreshold() {
        return view.threshold();
    }

    /** Where the bar ends. */
    public int getScale() {
        return Math.max(USUAL_SCALE, Math.max(view.total(), view.threshold()));
    }

    /** How long the bar is, of {@link #getScale()}. */
    public int getBar() {
        return Math.max(0, view.total());
    }

    /** The viewer works on the model. */
    public boolean isRuled() {
        return viewer.user()
                .map(user -> user.roles().stream()
                        .anyMatch(List.of(Role.ADMINISTRATOR, Role.MANAGER, Role.MARKETING, Role.SALES)::contains))
                .orElse(false);
    }

    public String getModel() {
        String model = viewer.texts().text(view.model());
        // of a lead of which nothing counts there is nothing to work out
        return view.computedAt().equals(Instant.EPOCH)
                ? viewer.text("ui.score.model.only", model)
                : viewer.text("ui.score.model", model, viewer.told().dateTime(view.computedAt()));
    }

    public List<Line> getLines() {
        int most = view.lines().stream()
                .mapToInt(line -> Math.abs(line.points()))
                .max()
                .orElse(1);
        return view.lines().stream().map(line -> line(line, most)).toList();
    }

    private Line line(ScoreView.Line line, int most) {
        boolean manual = line.rule().equals("manual");
        Instant fades = line.fadesUntil();
        String lasts = fades == null
                ? viewer.text("ui.score.lasts")
                : viewer.text("ui.score.fades", viewer.told().date(viewer.told().day(fades)));
        String evidence = line.evidence().stream().map(this::told).collect(Collectors.joining(" · "));
        return new Line(
                viewer.texts().text(line.label()),
                manual ? viewer.text("ui.score.given", line.by(), viewer.told().dateTime(line.at())) : evidence,
                (line.points() > 0 ? "+" : "−") + Math.abs(line.points()),
                line.points() < 0,
                Math.max(2, Math.round(100f * Math.abs(line.points()) / most)),
                lasts);
    }

    private String told(ScoreView.Evidence evidence) {
        Instant at = evidence.at();
        String text = viewer.texts().text(evidence.text());
        String when = at == null ? "" : viewer.told().shortDate(viewer.told().day(at), viewer.today());
        return text.isEmpty() ? when : when.isEmpty() ? text : when + " " + text;
    }

    /** Gives points by hand. */
    public @Nullable String adjust() {
        String points = parameter("points").strip().replace('−', '-');
        try {
            scores.adjust(lead, points.matches("[+-]?\\d{1,4}") ? Integer.parseInt(points) : 0, parameter("why"));
            toasts.say(viewer.text("ui.score.adjusted"));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            toasts.say(
                    refusal.violations().isEmpty()
                            ? viewer.text(refusal)
                            : viewer.texts().text(refusal.violations().get(0).message()));
        }
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(lead.type()) + "&id=" + lead.id();
    }

    /** A line of the ledger. */
    public record Line(String label, String evidence, String points, boolean less, int width, String lasts) {}
}
