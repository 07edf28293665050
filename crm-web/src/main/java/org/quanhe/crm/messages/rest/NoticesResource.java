package org.quanhe.crm.messages.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.NoticeChannel;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.NoticeView;
import org.quanhe.crm.messages.Notices;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /notices}: what the caller is told of, and how. */
@Path("/notices")
public class NoticesResource {
    private static final String NOTICES = "notices";

    @Inject
    private Notices notices;

    @Inject
    private RequestLanguage language;

    /** Newest first, with the number of unread ones; {@code cursor} is the number of the last one before. */
    @GET
    public Response mine(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        List<NoticeView> mine = notices.mine(Numbers.cursor(NOTICES, cursor), limit);
        int unread = notices.unread();
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().write("unread", unread).writeStartArray("items");
            mine.forEach(notice -> write(json, notice, spoken));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    @Path("/{id:\\d+}/read")
    public Response read(@PathParam("id") String id) {
        NoticeView notice = notices.read(Numbers.of(NOTICES, id));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> write(json, notice, spoken));
    }

    @POST
    @Path("/read")
    public Response readAll() {
        notices.readAll();
        return Response.noContent().build();
    }

    /** {@code {"task": "both", "assigned": "page", "automation": "none"}}. */
    @GET
    @Path("/choices")
    public Response choices() {
        Map<NoticeKind, NoticeChannel> choices = notices.choices();
        return JsonAnswer.ok(json -> {
            json.writeStartObject();
            choices.forEach((kind, channel) -> json.write(kind.code(), channel.code()));
            json.writeEnd();
        });
    }

    @PUT
    @Path("/choices")
    public Response choose(InputStream body) throws IOException {
        Map<NoticeKind, NoticeChannel> chosen = new EnumMap<>(NoticeKind.class);
        List<Violation> violations = new ArrayList<>();
        JsonBody.object(body).forEach((name, value) -> {
            NoticeKind kind = NoticeKind.ofCode(name).orElse(null);
            NoticeChannel channel = NoticeChannel.ofCode(String.valueOf(value)).orElse(null);
            if (kind == null) {
                violations.add(new Violation(name, LocalizedMessage.of("records.error.unknownField")));
            } else if (channel == null) {
                violations.add(new Violation(
                        name,
                        LocalizedMessage.of(
                                "records.error.noChoice",
                                String.valueOf(value),
                                LocalizedMessage.of("records.list", "page, mail, both, none"))));
            } else {
                chosen.put(kind, channel);
            }
        });
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        notices.choose(chosen);
        return choices();
    }

    private static void write(JsonGenerator json, NoticeView notice, Language spoken) {
        json.writeStartObject()
                .write("id", notice.id())
                .write("kind", notice.kind().code())
                .write("text", notice.text().in(spoken))
                .write("body", notice.body())
                .write("createdAt", notice.createdAt().toString())
                .write("unread", notice.unread());
        RecordRef record = notice.record();
        if (record != null) {
            json.write("type", record.type()).write("recordId", record.id());
        }
        json.writeEnd();
    }
}
