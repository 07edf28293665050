package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Cycle;
import org.quanhe.crm.leads.Cycles;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.QueryText;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.rest.RecordJson;
import org.quanhe.crm.workingtime.WorkingTime;

/** {@code /cycle}: how long deals took, of leads that sales accepted after a hand-over and of others. */
@Path("/cycle")
public class CycleResource {
    private static final int DAYS = 90;

    @Inject
    private Cycles cycles;

    @Inject
    private RequestLanguage language;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private TimeSource time;

    /** The last 90 days where nothing is said. */
    @GET
    public Response cycle(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @DefaultValue("source") String by) {
        Cycle cycle = cycles.read(question(from, to, by));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> write(json, cycle, spoken));
    }

    /** The records behind a figure. */
    @GET
    @Path("/records")
    public Response behind(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @DefaultValue("source") String by,
            @QueryParam("line") @DefaultValue("all") String line,
            @QueryParam("part") @DefaultValue("qualified") String part,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        List<RecordView> records =
                cycles.behind(question(from, to, by), line, QueryText.oneOf("part", part, Cycle.Part.class), limit);
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            records.forEach(record -> RecordJson.write(json, record, Set.of()));
            json.writeEnd().writeEnd();
        });
    }

    private Cycle.Question question(@Nullable String from, @Nullable String to, String by) {
        LocalDate today = LocalDate.ofInstant(time.now(), workingTime.hours().zone());
        LocalDate end = QueryText.day("to", said(to), today);
        return new Cycle.Question(
                QueryText.day("from", said(from), end.minusDays(DAYS - 1L)),
                end,
                QueryText.oneOf("by", by, Cycle.By.class));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void write(JsonGenerator json, Cycle cycle, Language spoken) {
        json.writeStartObject()
                .write("from", cycle.question().from().toString())
                .write("to", cycle.question().to().toString())
                .write("by", cycle.question().by().name().toLowerCase(Locale.ROOT))
                .writeStartArray("lines");
        for (Cycle.Line line : cycle.lines()) {
            json.writeStartObject()
                    .write("line", line.code())
                    .write("name", line.name().in(spoken));
            group(json, "qualified", line.qualified());
            group(json, "others", line.others());
            json.write("answered", line.rejected().all())
                    .write("rejected", line.rejected().hits())
                    .writeEnd();
        }
        json.writeEnd().writeStartArray("reasons");
        cycle.reasons().forEach(reason -> json.writeStartObject()
                .write("why", reason.why())
                .write("count", reason.count())
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    private static void group(JsonGenerator json, String name, Cycle.Group group) {
        json.writeStartObject(name).write("won", group.won());
        spread(json, "fromTouch", group.fromTouch());
        spread(json, "fromSales", group.fromSales());
        json.writeEnd();
    }

    private static void spread(JsonGenerator json, String name, Cycle.Spread spread) {
        json.writeStartObject(name);
        number(json, "quarter", spread.quarter());
        number(json, "median", spread.median());
        number(json, "threeQuarters", spread.threeQuarters());
        json.writeEnd();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double days) {
        if (days == null) {
            json.writeNull(name);
        } else {
            json.write(name, days);
        }
    }
}
