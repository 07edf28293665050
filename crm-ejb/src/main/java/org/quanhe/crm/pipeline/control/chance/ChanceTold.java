package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.Told;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.spi.Access;

/** Tells chances in words. An attribute that the caller may not read is told as something else, with what it adds. */
@ApplicationScoped
public class ChanceTold {
    private static final String KEY = "pipeline.chance.";
    private static final String OTHER = "other";

    @Inject
    private Ways ways;

    @Inject
    private Access access;

    /** What was worked out, in words. */
    WinChance of(Reckoned reckoned, Judgement judgement, Scales scales) {
        List<WinChance.Line> lines = new ArrayList<>();
        double logit = reckoned.base();
        double before = Regression.share(logit);
        double hidden = 0;
        for (ChanceModel.Part part : reckoned.parts()) {
            Attribute attribute = Attribute.of(part.attribute()).orElse(null);
            if (attribute == null || !readable(attribute)) {
                hidden += part.logit();
            } else if (part.logit() != 0) {
                logit += part.logit();
                double after = Regression.share(logit);
                lines.add(new WinChance.Line(
                        part.attribute(),
                        label(part.attribute()),
                        value(part.attribute(), part.value(), seesAll() ? scales : scales.withoutAmounts()),
                        (after - before) * 100,
                        Math.exp(part.logit())));
                before = after;
            }
        }
        if (hidden != 0) {
            double after = Regression.share(logit + hidden);
            lines.add(new WinChance.Line(
                    OTHER, label(OTHER), LocalizedMessage.verbatim(""), (after - before) * 100, Math.exp(hidden)));
        }
        return new WinChance(
                reckoned.percent(),
                reckoned.byModel(),
                seesAll() ? why(reckoned.reason(), judgement) : LocalizedMessage.of(KEY + "plain." + reckoned.reason()),
                Regression.share(reckoned.base()) * 100,
                lines);
    }

    /** Who sees only some opportunities is not told figures of all. */
    private boolean seesAll() {
        return access.readable(Opportunity.TYPE).equals(Filter.ALL);
    }

    private boolean readable(Attribute attribute) {
        return access.fields(attribute.type()).readable(attribute.field());
    }

    /** Why the model is used, or the stage's probability. */
    static LocalizedMessage why(String reason, Judgement judgement) {
        return switch (reason) {
            case Judgement.USED ->
                LocalizedMessage.of(
                        KEY + "used",
                        judgement.won() + judgement.lost(),
                        judgement.judged(),
                        rounded(judgement.brier()),
                        rounded(least(judgement)));
            case Judgement.WORSE ->
                LocalizedMessage.of(
                        KEY + "worse", judgement.judged(), rounded(judgement.brier()), rounded(least(judgement)));
            case Judgement.FEW ->
                LocalizedMessage.of(
                        KEY + "few",
                        judgement.won(),
                        judgement.lost(),
                        WinModel.FEWEST,
                        WinModel.FEWEST_OF_EACH,
                        WinModel.FEWEST_JUDGED);
            default -> LocalizedMessage.of(KEY + "never");
        };
    }

    private static @org.jspecify.annotations.Nullable Double least(Judgement judgement) {
        Double stages = judgement.brierOfStages();
        Double rates = judgement.brierOfRates();
        return stages == null || rates == null ? stages : Double.valueOf(Math.min(stages, rates));
    }

    private static BigDecimal rounded(@org.jspecify.annotations.Nullable Double number) {
        return BigDecimal.valueOf(number == null ? 0 : number).setScale(3, RoundingMode.HALF_UP);
    }

    static LocalizedMessage label(String attribute) {
        return LocalizedMessage.of(KEY + attribute);
    }

    LocalizedMessage value(String attribute, String value, Scales scales) {
        return switch (attribute) {
            case "stage" ->
                ways.find(value).map(Ways.Placed::stage).map(Stage::name).orElse(LocalizedMessage.verbatim(value));
            case "amount" -> amount(value, scales);
            case "channel" ->
                LocalizedMessage.of(
                        value.equals(Scales.NONE) || value.equals(Scales.UNSAID)
                                ? KEY + "source." + value
                                : "leads.firstChannel." + value);
            default ->
                Attribute.of(attribute)
                        .flatMap(known -> scales.written(known.field(), value))
                        .map(LocalizedMessage::verbatim)
                        .orElseGet(() -> LocalizedMessage.of(KEY + attribute + "." + value));
        };
    }

    private static LocalizedMessage amount(String value, Scales scales) {
        int dash = value.indexOf('-');
        List<BigDecimal> cuts = dash < 0 ? null : scales.cuts().get(value.substring(dash + 1));
        if (cuts == null) {
            return LocalizedMessage.of(KEY + "amount." + (dash < 0 ? value : value.substring(0, dash)));
        }
        Currency currency = Currency.getInstance(value.substring(dash + 1));
        int quarter = value.charAt(1) - '0';
        List<LocalizedMessage> ends = cuts.stream()
                .map(cut -> Told.message(Money.rounded(cut, currency)))
                .toList();
        if (quarter == 1) {
            return LocalizedMessage.of(KEY + "amount.below", ends.get(0));
        }
        return quarter == ends.size() + 1
                ? LocalizedMessage.of(KEY + "amount.from", ends.get(ends.size() - 1))
                : LocalizedMessage.of(KEY + "amount.between", ends.get(quarter - 2), ends.get(quarter - 1));
    }

    /** What a model has learnt, the strongest first; what the caller may not read is left out. */
    List<WinModel.Weight> weights(ChanceModel model) {
        List<WinModel.Weight> weights = new ArrayList<>();
        model.weights().forEach((code, values) -> {
            Optional<Attribute> attribute = Attribute.of(code).filter(this::readable);
            if (attribute.isPresent()) {
                values.forEach((value, weight) -> weights.add(new WinModel.Weight(
                        code,
                        label(code),
                        value(code, value, model.scales()),
                        Math.exp(weight),
                        model.shares().get(code).getOrDefault(value, 0.0))));
            }
        });
        weights.sort((one, other) -> Double.compare(Math.abs(Math.log(other.odds())), Math.abs(Math.log(one.odds()))));
        return weights;
    }
}
