package org.quanhe.crm.pipeline.rest;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Board;
import org.quanhe.crm.pipeline.Figures;
import org.quanhe.crm.pipeline.Forecast;
import org.quanhe.crm.pipeline.Funnel;
import org.quanhe.crm.pipeline.Outcomes;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.StageStay;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.rest.RecordJson;

/** Pictures of pipelines as JSON, names in the caller's language. */
final class PipelineJson {
    private PipelineJson() {}

    static void write(JsonGenerator json, Board board, Language spoken) {
        json.writeStartObject()
                .write("pipeline", board.pipeline().code())
                .write("name", board.pipeline().name().in(spoken))
                .write("amounts", board.amounts());
        figures(json, "all", board.all());
        sums(json, "weighted", board.weighted());
        figures(json, "stuck", board.stuck());
        json.writeStartArray("columns");
        for (Board.Column column : board.columns()) {
            json.writeStartObject();
            stage(json, column.stage(), spoken);
            json.write("probability", column.stage().probability());
            column.stage().norm().ifPresent(days -> json.write("norm", days));
            figures(json, "all", column.all());
            sums(json, "weighted", column.weighted());
            figures(json, "stuck", column.stuck());
            json.writeStartArray("cards");
            column.cards().forEach(card -> card(json, card));
            json.writeEnd().writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private static void card(JsonGenerator json, Board.Card card) {
        json.writeStartObject().writeKey("record");
        RecordJson.write(json, card.record(), Set.of());
        json.writeKey("nextStep");
        if (card.next() == null) {
            json.writeNull();
        } else {
            RecordJson.write(json, card.next(), Set.of());
        }
        json.write("days", card.days()).write("stuck", card.stuck()).writeEnd();
    }

    static void write(JsonGenerator json, Funnel funnel, Language spoken) {
        json.writeStartObject()
                .write("pipeline", funnel.pipeline().code())
                .write("by", funnel.question().by().name().toLowerCase(Locale.ROOT))
                .write("from", funnel.question().period().from().toString())
                .write("to", funnel.question().period().to().toString())
                .write("amounts", funnel.amounts());
        figures(json, "all", funnel.all());
        json.writeStartArray("stages");
        for (Funnel.Line line : funnel.lines()) {
            json.writeStartObject();
            stage(json, line.stage(), spoken);
            json.write("percent", line.percent());
            figures(json, "standing", line.standing());
            figures(json, "reached", line.reached());
            figures(json, "dropped", line.dropped());
            figures(json, "lost", line.lost());
            rate(json, "dropRate", line.dropRate());
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    static void write(JsonGenerator json, Outcomes outcomes, Language spoken) {
        json.writeStartObject().write("pipeline", outcomes.pipeline().code()).write("amounts", outcomes.amounts());
        figures(json, "won", outcomes.won());
        figures(json, "lost", outcomes.lost());
        rate(json, "winRate", outcomes.winRate());
        lines(json, "byReason", outcomes.byReason(), spoken);
        lines(json, "byCompetitor", outcomes.byCompetitor(), spoken);
        json.writeEnd();
    }

    private static void lines(JsonGenerator json, String name, List<Outcomes.Line> lines, Language spoken) {
        json.writeStartArray(name);
        for (Outcomes.Line line : lines) {
            json.writeStartObject()
                    .write("code", line.code())
                    .write("name", line.name().in(spoken));
            figures(json, "won", line.won());
            figures(json, "lost", line.lost());
            rate(json, "winRate", line.winRate());
            json.writeEnd();
        }
        json.writeEnd();
    }

    static void write(JsonGenerator json, Forecast forecast) {
        json.writeStartObject().write("pipeline", forecast.pipeline().code()).write("amounts", forecast.amounts());
        months(json, "months", forecast.months());
        months(json, "lines", forecast.lines());
        json.writeEnd();
    }

    private static void months(JsonGenerator json, String name, List<Forecast.Line> lines) {
        json.writeStartArray(name);
        for (Forecast.Line line : lines) {
            json.writeStartObject().write("month", line.month().toString());
            if (line.who() != 0) {
                json.write("who", line.who()).write("name", line.name());
            }
            figures(json, "won", line.won());
            figures(json, "commit", line.commit());
            figures(json, "bestCase", line.bestCase());
            sums(json, "weighted", line.weighted());
            json.writeEnd();
        }
        json.writeEnd();
    }

    static void write(JsonGenerator json, List<StageStay> stays, Language spoken) {
        json.writeStartObject().writeStartArray("items");
        for (StageStay stay : stays) {
            json.writeStartObject()
                    .write("stage", stay.stage())
                    .write("name", stay.name().in(spoken))
                    .write("enteredAt", stay.entered().toString())
                    .write("enteredBy", stay.enteredBy());
            if (stay.left() != null) {
                json.write("leftAt", stay.left().toString()).write("leftBy", stay.leftBy());
            }
            json.write("seconds", stay.seconds()).writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    private static void stage(JsonGenerator json, Stage stage, Language spoken) {
        json.write("stage", stage.code())
                .write("name", stage.name().in(spoken))
                .write("end", stage.end().code());
    }

    private static void figures(JsonGenerator json, String name, Figures figures) {
        json.writeStartObject(name).write("count", figures.count());
        sums(json, "sums", figures.sums());
        json.writeEnd();
    }

    private static void sums(JsonGenerator json, String name, List<Money> sums) {
        json.writeStartArray(name);
        sums.forEach(sum -> RecordJson.value(json, sum, Map.of()));
        json.writeEnd();
    }

    private static void rate(JsonGenerator json, String name, @Nullable BigDecimal rate) {
        if (rate == null) {
            json.writeNull(name);
        } else {
            json.write(name, rate);
        }
    }
}
