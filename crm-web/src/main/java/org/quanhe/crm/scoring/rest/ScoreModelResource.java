package org.quanhe.crm.scoring.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;
import org.quanhe.crm.scoring.ScoreModelView;
import org.quanhe.crm.scoring.ScoreModels;
import org.quanhe.crm.scoring.ScoreModels.Side;
import org.quanhe.crm.scoring.ScoreSuggestions;
import org.quanhe.crm.scoring.ScoreTrial;

/** {@code /score-model}: the model in force, and the draft that marketing and sales agree on. */
@Path("/score-model")
public class ScoreModelResource {
    @Inject
    private ScoreModels models;

    @Inject
    private RequestLanguage language;

    @GET
    public Response shown() {
        return answer(models.shown());
    }

    /** Replaces the draft. */
    @PUT
    @Path("/draft")
    public Response draft(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        return answer(models.draft(document(content), EntityTags.version(expected)));
    }

    /** What a model would do; without a body, the draft. */
    @POST
    @Path("/trial")
    public Response trial(InputStream content) throws IOException {
        byte[] body = content.readAllBytes();
        ScoreTrial trial = models.trial(body.length == 0 ? null : document(new java.io.ByteArrayInputStream(body)));
        return json(JsonText.write(told(trial))).build();
    }

    /** What won deals suggest. */
    @GET
    @Path("/suggestions")
    public Response suggestions() {
        ScoreSuggestions suggestions = models.suggestions();
        Language spoken = language.language();
        return json(JsonText.write(SuggestionJson.told(suggestions, spoken))).build();
    }

    /** Adds a suggestion to the draft. */
    @POST
    @Path("/suggestions/{key}")
    public Response adopt(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String expected) {
        return answer(models.adopt(key, EntityTags.version(expected)));
    }

    /** {@code {"side": "marketing"}} or {@code {"side": "sales"}}, with the version of the draft in If-Match. */
    @POST
    @Path("/agreements")
    public Response agree(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        String side = JsonBody.text(JsonBody.object(content), "side");
        boolean sales = side.equals("sales");
        if (!sales && !side.equals("marketing")) {
            throw CrmException.invalidField(
                    "side",
                    LocalizedMessage.of(
                            "records.error.noChoice",
                            side.length() > 60 ? side.substring(0, 60) + "…" : side,
                            LocalizedMessage.of("records.list", "marketing, sales")));
        }
        Long version = EntityTags.version(expected);
        if (version == null) {
            throw CrmException.invalid("scoring.error.unseen");
        }
        return answer(models.agree(sales ? Side.SALES : Side.MARKETING, version));
    }

    private static Map<String, Object> document(InputStream content) throws IOException {
        Map<String, Object> document = new TreeMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return document;
    }

    private static Map<String, Object> told(ScoreTrial trial) {
        Map<String, Object> bands = new LinkedHashMap<>();
        trial.bands()
                .forEach((band, count) -> bands.put(
                        band.code(),
                        Map.of(
                                "before",
                                BigDecimal.valueOf(count.before()),
                                "after",
                                BigDecimal.valueOf(count.after()))));
        List<Object> movers = new ArrayList<>();
        trial.movers().forEach(mover -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", BigDecimal.valueOf(mover.id()));
            one.put("name", mover.name());
            one.put("before", BigDecimal.valueOf(mover.before()));
            one.put("after", BigDecimal.valueOf(mover.after()));
            one.put("bandBefore", mover.bandBefore().code());
            one.put("bandAfter", mover.bandAfter().code());
            movers.add(one);
        });
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("leads", BigDecimal.valueOf(trial.leads()));
        told.put("changed", BigDecimal.valueOf(trial.changed()));
        told.put("bands", bands);
        told.put("movers", movers);
        return told;
    }

    private static Response answer(ScoreModelView view) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("draft", view.draft());
        told.put("number", BigDecimal.valueOf(view.number()));
        told.put("inForce", view.inForce());
        told.put("differs", view.differs());
        told.put("agreed", Map.of("marketing", view.marketing(), "sales", view.sales()));
        told.put(
                "versions",
                view.versions().stream()
                        .map(version -> Map.of(
                                "number", BigDecimal.valueOf(version.number()),
                                "at", version.at().toString(),
                                "agreed", version.why()))
                        .toList());
        ScoreModelView.Progress progress = view.rescoring();
        if (progress != null) {
            told.put("rescoring", told(progress));
        }
        return json(JsonText.write(told))
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }

    private static Map<String, Object> told(ScoreModelView.Progress progress) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", BigDecimal.valueOf(progress.number()));
        told.put("done", BigDecimal.valueOf(progress.done()));
        told.put("total", BigDecimal.valueOf(progress.total()));
        told.put("changed", BigDecimal.valueOf(progress.changed()));
        told.put("percent", BigDecimal.valueOf(progress.percent()));
        told.put("startedAt", progress.startedAt().toString());
        Instant ended = progress.endedAt();
        told.put("endedAt", Objects.toString(ended, ""));
        return told;
    }

    private static Response.ResponseBuilder json(String text) {
        return Response.ok(text, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }
}
