package org.quanhe.crm.pipeline.rest;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.platform.Language;

/** Chances of winning as JSON, words in the caller's language; shares of 1 with four digits. */
final class ChanceJson {
    private static final int DIGITS = 4;

    private ChanceJson() {}

    static void write(JsonGenerator json, WinChance chance, Language spoken) {
        json.writeStartObject();
        Integer percent = chance.percent();
        if (percent == null) {
            json.writeNull("percent");
        } else {
            json.write("percent", percent);
        }
        json.write("byModel", chance.byModel())
                .write("why", chance.why().in(spoken))
                .write("start", rounded(chance.start()))
                .writeStartArray("lines");
        for (WinChance.Line line : chance.lines()) {
            json.writeStartObject()
                    .write("attribute", line.code())
                    .write("label", line.label().in(spoken))
                    .write("value", line.value().in(spoken))
                    .write("points", rounded(line.points()))
                    .write("odds", rounded(line.odds()))
                    .writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    static void write(JsonGenerator json, WinModel model, Language spoken) {
        json.writeStartObject()
                .write("pipeline", model.pipeline().code())
                .write("number", model.number())
                .write("used", model.used())
                .write("why", model.why().in(spoken))
                .write("won", model.won())
                .write("lost", model.lost())
                .write("judged", model.judged())
                .write("waiting", model.waiting());
        share(json, "brier", model.brier());
        share(json, "brierOfStages", model.brierOfStages());
        share(json, "brierOfRates", model.brierOfRates());
        if (model.trainedAt() != null) {
            json.write("trainedAt", model.trainedAt().toString());
        }
        json.writeStartArray("bins");
        model.bins().forEach(bin -> json.writeStartObject()
                .write("from", bin.from())
                .write("to", bin.to())
                .write("foretold", rounded(bin.foretold()))
                .write("won", bin.came().hits())
                .write("all", bin.came().all())
                .write("low", rounded(bin.came().low()))
                .write("high", rounded(bin.came().high()))
                .writeEnd());
        json.writeEnd().writeStartArray("weights");
        model.weights().forEach(weight -> json.writeStartObject()
                .write("attribute", weight.code())
                .write("label", weight.label().in(spoken))
                .write("value", weight.value().in(spoken))
                .write("odds", rounded(weight.odds()))
                .write("cases", rounded(weight.cases()))
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    private static void share(JsonGenerator json, String name, @Nullable Double share) {
        if (share == null) {
            json.writeNull(name);
        } else {
            json.write(name, rounded(share));
        }
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
