package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /next-leads}: what the caller works on next, by potential. */
@Path("/next-leads")
public class NextResource {
    @Inject
    private Leads leads;

    @Inject
    private RequestLanguage language;

    @GET
    public Response next(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        Language spoken = language.language();
        return JsonAnswer.portion(leads.next(cursor, limit), (json, one) -> {
            LocalDate review = one.review();
            json.writeStartObject()
                    .write("id", one.lead().id())
                    .write("name", one.name())
                    .write("company", one.company())
                    .write("status", one.status())
                    .write("potential", one.potential())
                    .write("band", one.band())
                    .write("reason", one.reason().in(spoken));
            if (review != null) {
                json.write("review", review.toString());
            }
            json.writeEnd();
        });
    }
}
