package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.HandoverCounts;
import org.quanhe.crm.leads.HandoverSettings;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /handovers}: leads that wait for an answer of sales, and how they find their way there. */
@Path("/handovers")
public class HandoversResource {
    @Inject
    private Handovers handovers;

    /** Those that the caller was asked about; with {@code all}, all that the caller may see. */
    @GET
    public Response waiting(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return JsonAnswer.portion(handovers.waiting(all, cursor, limit), HandoverJson::write);
    }

    /** What became of those that sales were asked about. */
    @GET
    @Path("/counts")
    public Response counts() {
        HandoverCounts counts = handovers.counts();
        return JsonAnswer.ok(json -> HandoverJson.write(json, counts));
    }

    @GET
    @Path("/settings")
    public Response settings() {
        return answer(handovers.settings());
    }

    @PUT
    @Path("/settings")
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        Map<String, Object> document = new TreeMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return answer(handovers.change(document, EntityTags.version(expected)));
    }

    private static Response answer(HandoverSettings settings) {
        return Response.ok(JsonText.write(settings.document()), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("ETag", EntityTags.of(settings.version()))
                .build();
    }
}
