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
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;

/** What becomes of a lead: {@code /leads/{id}/not-now}, {@code …/matches}, {@code …/conversion}. */
@Path("/leads/{id:\\d+}/{verb:not-now|matches|conversion}")
public class LeadVerbsResource {
    @Inject
    private Leads leads;

    @Inject
    private RequestLanguage language;

    /** Who may be the same person, and what tells so. */
    @GET
    public Response matches(@PathParam("id") long id, @PathParam("verb") String verb) {
        demand(verb, "matches");
        return MatchesJson.of(leads.matches(lead(id)), language.language());
    }

    /**
     * {@code not-now} with {@code {"why": "…", "review": "2027-02-01"}}, without a day it follows from the score;
     * {@code conversion} with {@code {"customer": 12, "opportunity": true, "name": "…"}}, without a customer one is
     * made.
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
                        customer(body.get("customer")),
                        Boolean.TRUE.equals(body.get("opportunity")),
                        JsonBody.textOrNone(body, "name")));
        return JsonAnswer.ok(json -> {
            json.writeStartObject().write("customer", converted.customer().id()).write("made", converted.made());
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
            throw new jakarta.ws.rs.NotAllowedException(verb.equals("matches") ? "GET" : "POST");
        }
    }

    private static @Nullable Long customer(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value.toString().matches("\\d{1,18}")) {
            return Long.valueOf(value.toString());
        }
        throw CrmException.invalidField("customer", LocalizedMessage.of("records.error.required"));
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
