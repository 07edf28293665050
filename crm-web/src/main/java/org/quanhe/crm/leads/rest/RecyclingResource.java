package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;

/** {@code /opportunities/{id}/recycle}: a lost opportunity becomes a lead again. */
@Path("/opportunities/{id:\\d+}/recycle")
public class RecyclingResource {
    @Inject
    private Leads leads;

    /** {@code {"why": "…"}}; answers with the number of the lead. */
    @POST
    public Response recycle(@PathParam("id") long id, InputStream content) throws IOException {
        RecordRef lead =
                leads.recycle(new RecordRef("opportunities", id), JsonBody.textOrNone(JsonBody.object(content), "why"));
        return JsonAnswer.ok(
                json -> json.writeStartObject().write("lead", lead.id()).writeEnd());
    }
}
