package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.Reminders;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** What is done with an activity: {@code move}, {@code snooze}, {@code settle}. */
@Path("/activities/{id:\\d{1,18}}/{verb: move|snooze|settle}")
public class ActivityVerbsResource {
    private static final int LARGEST_BODY = 10_000;

    @Inject
    private Calendar calendar;

    @Inject
    private Reminders reminders;

    @Inject
    private Promises promises;

    /**
     * {@code {"startsAt": "2026-12-31T09:00:00+07:00", "minutes": 30}}, {@code {"minutes": 10}}, {@code {"kept":
     * true}}.
     */
    @POST
    public Response act(
            @PathParam("id") long id,
            @PathParam("verb") String verb,
            @HeaderParam("If-Match") @Nullable String expected,
            InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content, LARGEST_BODY);
        Long version = EntityTags.version(expected);
        return switch (verb) {
            case "move" ->
                FollowJson.answer(calendar.move(
                        id, version, Sent.moment("startsAt", body.get("startsAt")), Sent.number(body, "minutes")));
            case "snooze" -> snooze(id, Sent.number(body, "minutes"));
            case "settle" -> {
                if (!(body.get("kept") instanceof Boolean kept)) {
                    throw CrmException.invalidField("kept", LocalizedMessage.of("records.metadata.error.noYesNo"));
                }
                yield FollowJson.answer(promises.settle(id, version, kept));
            }
            default -> throw CrmException.notFound(new RecordRef("activities", id));
        };
    }

    private Response snooze(long id, @Nullable Integer minutes) {
        if (minutes == null) {
            throw CrmException.invalidField("minutes", LocalizedMessage.of("records.error.required"));
        }
        Instant at = reminders.snooze(id, minutes);
        return JsonAnswer.ok(
                json -> json.writeStartObject().write("at", at.toString()).writeEnd());
    }
}
