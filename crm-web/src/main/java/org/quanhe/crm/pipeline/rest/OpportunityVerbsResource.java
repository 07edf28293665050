package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Opportunities;
import org.quanhe.crm.pipeline.StageStay;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.rest.EntityTags;
import org.quanhe.crm.records.rest.RecordJson;

/** What is done with an opportunity: {@code move}, {@code win}, {@code lose}, {@code reopen}; and where it stood. */
@Path("/opportunities/{id}/{verb: move|win|lose|reopen|stages}")
public class OpportunityVerbsResource {
    private static final int LARGEST_BODY = 10_000;

    @Inject
    private Opportunities opportunities;

    @Inject
    private RequestLanguage language;

    @POST
    public Response act(
            @PathParam("id") String id,
            @PathParam("verb") String verb,
            @HeaderParam("If-Match") @Nullable String expected,
            InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content, LARGEST_BODY);
        Long version = EntityTags.version(expected);
        RecordRef ref = ref(id);
        RecordView record =
                switch (verb) {
                    case "move" -> opportunities.move(ref, version, JsonBody.text(body, "stage"));
                    case "win" -> opportunities.win(ref, version, outcome(body));
                    case "lose" -> opportunities.lose(ref, version, outcome(body));
                    case "reopen" -> opportunities.reopen(ref, version);
                    default -> throw CrmException.notFound(ref);
                };
        return JsonAnswer.status(200, json -> RecordJson.write(json, record, Set.of()))
                .header("ETag", EntityTags.of(record.version()))
                .build();
    }

    @GET
    public Response stages(@PathParam("id") String id, @PathParam("verb") String verb) {
        if (!verb.equals("stages")) {
            throw CrmException.notFound(ref(id));
        }
        List<StageStay> stays = opportunities.stays(ref(id));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> PipelineJson.write(json, stays, spoken));
    }

    private static RecordRef ref(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "opportunities", id));
        }
        return new RecordRef("opportunities", Long.parseLong(id));
    }

    private static Opportunities.Outcome outcome(Map<String, @Nullable Object> body) {
        return new Opportunities.Outcome(
                text(body, "reason").filter(reason -> !reason.isBlank()), text(body, "competitor"));
    }

    private static Optional<String> text(Map<String, @Nullable Object> body, String name) {
        Object value = body.get(name);
        if (value != null && !(value instanceof String)) {
            throw CrmException.invalidField(name, LocalizedMessage.of("records.metadata.error.noText"));
        }
        return Optional.ofNullable((String) value);
    }
}
