package org.quanhe.crm.scoring.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/** {@code /leads/{id}/score}: the score with its reasons, points given by hand, and what the person did. */
@Path("/leads/{id:\\d+}/score")
public class ScoreResource {
    @Inject
    private Scores scores;

    @Inject
    private RequestLanguage language;

    @GET
    public Response explain(@PathParam("id") long id) {
        return answer(scores.explain(lead(id)));
    }

    /** {@code {"points": 10, "why": "…"}}. */
    @POST
    @Path("/adjustments")
    public Response adjust(@PathParam("id") long id, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Object points = body.get("points");
        boolean whole = points instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(1_000)) <= 0;
        return answer(
                scores.adjust(lead(id), whole ? ((BigDecimal) points).intValue() : 0, JsonBody.text(body, "why")));
    }

    /** {@code {"kind": "visit", "about": "/prices", "at": "2026-11-29T08:00:00Z"}}. */
    @POST
    @Path("/signals")
    public Response signal(@PathParam("id") long id, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        return answer(scores.signal(
                lead(id), kind(JsonBody.text(body, "kind")), JsonBody.textOrNone(body, "about"), moment(body)));
    }

    private static SignalKind kind(String code) {
        return Arrays.stream(SignalKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> CrmException.invalidField(
                        "kind",
                        LocalizedMessage.of(
                                "records.error.noChoice",
                                code.length() > 60 ? code.substring(0, 60) + "…" : code,
                                LocalizedMessage.of(
                                        "records.list",
                                        Arrays.stream(SignalKind.values())
                                                .map(SignalKind::code)
                                                .collect(Collectors.joining(", "))))));
    }

    private static @Nullable Instant moment(Map<String, @Nullable Object> body) {
        String text = JsonBody.textOrNone(body, "at");
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException noMoment) {
            throw CrmException.invalidField("at", LocalizedMessage.of("records.error.noDateTime", text));
        }
    }

    private static RecordRef lead(long id) {
        return new RecordRef("leads", id);
    }

    private Response answer(ScoreView view) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject()
                    .write("total", view.total())
                    .write("band", view.band().code())
                    .write("warm", view.warm())
                    .write("hot", view.hot())
                    .write("threshold", view.threshold())
                    .write("model", view.model().in(spoken))
                    .write("modelNumber", view.modelNumber())
                    .write("computedAt", view.computedAt().toString())
                    .writeStartArray("lines");
            view.lines().forEach(line -> write(json, line, spoken));
            json.writeEnd().writeEnd();
        });
    }

    private static void write(JsonGenerator json, ScoreView.Line line, Language spoken) {
        json.writeStartObject()
                .write("rule", line.rule())
                .write("label", line.label().in(spoken))
                .write("points", line.points())
                .write("full", line.full())
                .write("at", line.at().toString())
                .write("by", line.by());
        Instant fadesUntil = line.fadesUntil();
        if (fadesUntil != null) {
            json.write("fadesUntil", fadesUntil.toString());
        }
        json.writeStartArray("evidence");
        line.evidence().forEach(one -> {
            Instant at = one.at();
            json.writeStartObject().write("text", one.text().in(spoken));
            if (at != null) {
                json.write("at", at.toString());
            }
            json.writeEnd();
        });
        json.writeEnd().writeEnd();
    }
}
