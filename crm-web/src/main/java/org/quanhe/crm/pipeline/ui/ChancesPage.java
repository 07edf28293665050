package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.pipeline.WinChances;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.platform.Proportion;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** How well winning is foretold in a pipeline: what was foretold of opportunities, and what came. */
@Named
@RequestScoped
public class ChancesPage {
    private static final int SIDE = 100;
    private static final int DIGITS = 3;

    @Inject
    private WinChances chances;

    @Inject
    private Views views;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private @Nullable WinModel model;
    private String problem = "";

    @PostConstruct
    void open() {
        try {
            model = chances.model(views.text("pipeline"));
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    /** Has it worked out anew. */
    public @Nullable String train() {
        String pipeline = views.text("pipeline");
        try {
            chances.train(pipeline);
            toasts.say(viewer.text("ui.chance.asked"));
            return "/chances.xhtml?faces-redirect=true&pipeline=" + Links.encode(pipeline);
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    public boolean isKnown() {
        return model != null;
    }

    public boolean isMayTrain() {
        return model != null
                && viewer.user()
                        .map(CurrentUser::roles)
                        .map(roles -> roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.MANAGER))
                        .orElse(false);
    }

    private WinModel model() {
        return java.util.Objects.requireNonNull(model);
    }

    public String getProblem() {
        return problem;
    }

    public String getPipeline() {
        return model == null ? "" : model().pipeline().code();
    }

    public boolean isUsed() {
        return model().used();
    }

    public boolean isWaiting() {
        return model().waiting();
    }

    public String getWhy() {
        return viewer.texts().text(model().why());
    }

    public String getTrained() {
        Instant at = model().trainedAt();
        return at == null ? "" : viewer.text("ui.chance.trained", viewer.told().dateTime(at));
    }

    public String getCases() {
        return number(model().won() + model().lost());
    }

    public String getCasesOf() {
        return viewer.text("ui.chance.casesOf", number(model().won()), number(model().lost()));
    }

    public String getJudged() {
        return number(model().judged());
    }

    public boolean isWasJudged() {
        return model().brier() != null;
    }

    /** Brier scores, the smallest marked. */
    public List<Score> getScores() {
        Double best = least();
        return List.of(
                score("ui.chance.brier.model", model().brier(), best),
                score("ui.chance.brier.stages", model().brierOfStages(), best),
                score("ui.chance.brier.rates", model().brierOfRates(), best));
    }

    private @Nullable Double least() {
        Double least = model().brier();
        for (Double other : new Double[] {model().brierOfStages(), model().brierOfRates()}) {
            least = least == null || other != null && other < least ? other : least;
        }
        return least;
    }

    private Score score(String key, @Nullable Double brier, @Nullable Double best) {
        return new Score(
                viewer.text(key),
                brier == null ? "–" : viewer.text("ui.chance.brier.number", rounded(brier, DIGITS)),
                brier != null && brier.equals(best));
    }

    /** Points of the curve: right is what was foretold, up is what came. */
    public List<Bin> getBins() {
        return model().bins().stream().map(this::bin).toList();
    }

    /** Where the axes of the curve end. */
    public String getWhole() {
        return share(1);
    }

    private Bin bin(WinModel.Bin bin) {
        Proportion came = bin.came();
        return new Bin(
                bin.from() + "–" + viewer.told().percent(bin.to()),
                share(bin.foretold()),
                share(came.rate()),
                share(came.low()) + " – " + share(came.high()),
                number((int) came.all()),
                at(bin.foretold()),
                at(1 - came.rate()),
                at(1 - came.high()),
                at(1 - came.low()));
    }

    /** Place in a picture of 100 by 100. */
    private static String at(double share) {
        return rounded(share * SIDE, 1).toPlainString();
    }

    public List<Weight> getWeights() {
        return model().weights().stream()
                .map(weight -> new Weight(
                        viewer.texts().text(weight.label()),
                        viewer.texts().text(weight.value()),
                        "× " + viewer.told().number(rounded(weight.odds(), 2)),
                        share(weight.cases()),
                        weight.odds() < 1))
                .toList();
    }

    private String share(double share) {
        return viewer.told().percent(Proportion.percent(share));
    }

    private String number(int number) {
        return viewer.told().number((long) number);
    }

    private static BigDecimal rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }

    /** A Brier score. */
    public record Score(String name, String brier, boolean best) {}

    /** A group of opportunities; x and the rest are places in the picture. */
    public record Bin(
            String group,
            String foretold,
            String came,
            String interval,
            String number,
            String x,
            String y,
            String top,
            String bottom) {}

    /** What was learnt of a value. */
    public record Weight(String label, String value, String odds, String share, boolean less) {}
}
