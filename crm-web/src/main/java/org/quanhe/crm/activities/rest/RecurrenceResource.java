package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.activities.RecurrenceView;
import org.quanhe.crm.activities.Recurrences;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /activities/{id}/recurrence}: how an activity repeats. */
@Path("/activities/{id:\\d{1,18}}/recurrence")
public class RecurrenceResource {
    private static final int LARGEST_BODY = 100_000;

    @Inject
    private Recurrences recurrences;

    /** 404 if it does not repeat. */
    @GET
    public Response of(@PathParam("id") long id) {
        return answer(recurrences.of(id).orElseThrow(() -> CrmException.notFound(new RecordRef("recurrence", id))));
    }

    /** {@code {"rule": "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10", "freeDays": "move"}}: from this one on. */
    @PUT
    public Response repeat(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content, LARGEST_BODY);
        String told = body.get("freeDays") == null ? "keep" : String.valueOf(body.get("freeDays"));
        FreeDays freeDays = FreeDays.ofCode(told)
                .orElseThrow(() -> CrmException.invalidField(
                        "freeDays",
                        LocalizedMessage.of(
                                "activities.error.freeDays", told.substring(0, Math.min(40, told.length())))));
        return answer(recurrences.repeat(id, EntityTags.version(expected), JsonBody.text(body, "rule"), freeDays));
    }

    /** New values of this one and those that follow. */
    @PATCH
    public Response change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        return FollowJson.answer(
                recurrences.changeFollowing(id, EntityTags.version(expected), JsonBody.object(content, LARGEST_BODY)));
    }

    /** This one is the last. */
    @DELETE
    public Response end(@PathParam("id") long id) {
        recurrences.end(id);
        return Response.noContent().build();
    }

    private static Response answer(RecurrenceView view) {
        return JsonAnswer.ok(json -> FollowJson.write(json, view));
    }
}
