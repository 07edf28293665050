package org.quanhe.crm.messages.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.Mails;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TextParts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /mails}: the outbox, mails and short texts. */
@Path("/mails")
public class MailsResource {
    private static final String MAILS = "mails";

    @Inject
    private Mails mails;

    @Inject
    private RequestLanguage language;

    /** Newest first; {@code cursor} is the number of the last mail of the page before. */
    @GET
    public Response list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        List<MailView> found = mails.list(state(state), Numbers.cursor(MAILS, cursor), limit);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            found.forEach(mail -> write(json, mail, spoken));
            json.writeEnd().writeEnd();
        });
    }

    private static MailView.@Nullable State state(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        return Stream.of(MailView.State.values())
                .filter(state -> code(state).equals(code))
                .findFirst()
                .orElseThrow(() -> CrmException.invalidField(
                        "state",
                        LocalizedMessage.of(
                                "records.error.noChoice",
                                code,
                                LocalizedMessage.of(
                                        "records.list",
                                        String.join(
                                                ", ",
                                                Stream.of(MailView.State.values())
                                                        .map(MailsResource::code)
                                                        .toList())))));
    }

    private static String code(MailView.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GET
    @Path("/{id:\\d+}")
    public Response open(@PathParam("id") String id) {
        return answer(mails.open(Numbers.of(MAILS, id)));
    }

    @POST
    @Path("/{id:\\d+}/send")
    public Response send(@PathParam("id") String id) {
        return answer(mails.send(Numbers.of(MAILS, id)));
    }

    @POST
    @Path("/{id:\\d+}/discard")
    public Response discard(@PathParam("id") String id) {
        return answer(mails.discard(Numbers.of(MAILS, id)));
    }

    /** What automations want to send to many people, with how many. */
    @GET
    @Path("/held")
    public Response held() {
        List<Mails.Held> held = mails.held();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            held.forEach(one -> json.writeStartObject()
                    .write("automation", one.automation())
                    .write("cause", one.cause())
                    .write("mails", one.mails())
                    .write("people", one.people())
                    .write("upTo", one.upTo())
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    /** {@code {"upTo": …}} from what was told: mails that came later ask again. */
    @POST
    @Path("/held/{automation}/release")
    public Response release(@PathParam("automation") String automation, InputStream body) throws IOException {
        return count(mails.release(Numbers.of("automations", automation), upTo(body)));
    }

    @POST
    @Path("/held/{automation}/discard")
    public Response discardHeld(@PathParam("automation") String automation, InputStream body) throws IOException {
        return count(mails.discardHeld(Numbers.of("automations", automation), upTo(body)));
    }

    private static long upTo(InputStream body) throws IOException {
        if (JsonBody.object(body).get("upTo") instanceof BigDecimal number) {
            return number.longValue();
        }
        throw CrmException.invalidField("upTo", LocalizedMessage.of("records.error.required"));
    }

    private static Response count(int mails) {
        return JsonAnswer.ok(
                json -> json.writeStartObject().write("mails", mails).writeEnd());
    }

    private Response answer(MailView mail) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> write(json, mail, spoken));
    }

    private static void write(JsonGenerator json, MailView mail, Language spoken) {
        json.writeStartObject()
                .write("id", mail.id())
                .write("kind", mail.kind().code())
                .write("state", code(mail.state()))
                .write("address", mail.address())
                .write("subject", mail.subject())
                .write("body", mail.body())
                .write("language", mail.language().tag())
                .write("cause", mail.cause())
                .write("attempts", mail.attempts());
        if (mail.kind() == MessageKind.SHORT_TEXT) {
            json.write("parts", TextParts.of(mail.body()).parts());
        }
        at(json, "createdAt", mail.createdAt());
        at(json, "nextAt", mail.nextAt());
        at(json, "sentAt", mail.sentAt());
        RecordRef record = mail.record();
        if (record != null) {
            json.write("type", record.type()).write("recordId", record.id());
        }
        LocalizedMessage reason = mail.reason();
        if (reason != null) {
            json.write("reason", reason.in(spoken));
        }
        json.writeEnd();
    }

    private static void at(JsonGenerator json, String name, @Nullable Instant moment) {
        if (moment != null) {
            json.write(name, moment.toString());
        }
    }
}
