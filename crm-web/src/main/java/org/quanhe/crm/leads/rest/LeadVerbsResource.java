package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.rest.MatchesJson;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.leads.Leads.ConversionOrder;
import org.quanhe.crm.leads.Leads.Converted;
import org.quanhe.crm.leads.Leads.House;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;

/**
 * What becomes of a lead: {@code /leads/{id}/not-now}, {@code …/matches}, {@code …/organisations},
 * {@code …/conversion}.
 */
@Path("/leads/{id:\\d+}/{verb:not-now|matches|organisations|conversion}")
public class LeadVerbsResource {
    @Inject
    private Leads leads;

    @Inject
    private RequestLanguage language;

    /** Who may be the same person, or where that person works, and what tells so. */
    @GET
    public Response matches(@PathParam("id") long id, @PathParam("verb") String verb) {
        if (verb.equals("organisations")) {
            return MatchesJson.of(leads.organisations(lead(id)), language.language());
        }
        demand(verb, "matches");
        return MatchesJson.of(leads.matches(lead(id)), language.language());
    }

    /**
     * {@code not-now} with {@code {"why": "…", "review": "2027-02-01"}}, without a day it follows from the score;
     * {@code conversion} with {@code {"customer": 12, "organisation": 15, "opportunity": true, "name": "…"}}: without a
     * customer one is made; the organisation is a number, {@code "new"} or {@code "none"}, and without it the one that
     * has the name of the lead's company, which is made if nobody has it.
     */
    @POST
    public Response post(
            @PathParam("id") long id,
            @PathParam("verb") String verb,
            @HeaderParam("If-Match") @Nullable String expected,
            InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        if (verb.equals("not-now")) {
            String review = JsonBody.textOrNone(body, "review");
            leads.notNow(
                    lead(id),
                    EntityTags.version(expected),
                    JsonBody.textOrNone(body, "why"),
                    review.isEmpty() ? null : day(review));
            return Response.noContent().build();
        }
        demand(verb, "conversion");
        Converted converted = leads.convert(
                lead(id),
                EntityTags.version(expected),
                new ConversionOrder(
                        body.get("customer") == null ? null : number("customer", body.get("customer")),
                        house(body.get("organisation")),
                        Boolean.TRUE.equals(body.get("opportunity")),
                        JsonBody.textOrNone(body, "name")));
        return JsonAnswer.ok(json -> {
            json.writeStartObject()
                    .write("customer", converted.customer().record().id())
                    .write("made", converted.customer().made());
            converted.organisation().ifPresent(house -> json.write(
                            "organisation", house.record().id())
                    .write("organisationMade", house.made()));
            converted.opportunity().ifPresent(deal -> json.write("opportunity", deal.id()));
            json.writeEnd();
        });
    }

    /** Takes the last conversion back. */
    @DELETE
    public Response undo(@PathParam("id") long id, @PathParam("verb") String verb) {
        demand(verb, "conversion");
        int kept = leads.undoConversion(lead(id));
        return JsonAnswer.ok(json -> json.writeStartObject().write("kept", kept).writeEnd());
    }

    private static void demand(String verb, String wanted) {
        if (!verb.equals(wanted)) {
            boolean read = verb.equals("matches") || verb.equals("organisations");
            throw new jakarta.ws.rs.NotAllowedException(read ? "GET" : "POST");
        }
    }

    private static House house(@Nullable Object value) {
        if (value == null) {
            return House.BY_NAME;
        }
        return switch (value.toString()) {
            case "new" -> House.NEW;
            case "none" -> House.NONE;
            default -> House.known(number("organisation", value));
        };
    }

    private static long number(String field, Object value) {
        if (value.toString().matches("\\d{1,18}")) {
            return Long.parseLong(value.toString());
        }
        throw CrmException.invalidField(field, LocalizedMessage.of("records.error.noReference", value.toString()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw CrmException.invalidField("review", LocalizedMessage.of("records.error.noDate", text));
        }
    }

    private static RecordRef lead(long id) {
        return new RecordRef("leads", id);
    }
}
