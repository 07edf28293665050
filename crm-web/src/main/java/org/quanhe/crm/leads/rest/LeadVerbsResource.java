package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
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
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /leads/{id}/not-now}: the person does not want to buy now. */
@Path("/leads/{id:\\d+}/not-now")
public class LeadVerbsResource {
    @Inject
    private Leads leads;

    /** {@code {"why": "…", "review": "2027-02-01"}}; without a day it follows from the score. */
    @POST
    public Response notNow(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        String review = JsonBody.textOrNone(body, "review");
        leads.notNow(
                new RecordRef("leads", id),
                EntityTags.version(expected),
                JsonBody.textOrNone(body, "why"),
                review.isEmpty() ? null : day(review));
        return Response.noContent().build();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw CrmException.invalidField("review", LocalizedMessage.of("records.error.noDate", text));
        }
    }
}
