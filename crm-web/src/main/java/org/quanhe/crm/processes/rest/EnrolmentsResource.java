package org.quanhe.crm.processes.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.RunView;

/** {@code /processes/{id}/runs}: what goes through a process, and sending a record through it. */
@Path("/processes/{id}/runs")
public class EnrolmentsResource {
    @Inject
    private ProcessRuns runs;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response runs(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Long before = cursor == null ? null : Numbers.of("process-runs", cursor);
        List<RunView> all = runs.runs(Numbers.of("processes", id), before, limit);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(run -> RunJson.write(json, run, spoken));
            json.writeEnd().writeEnd();
        });
    }

    /** Sends the record {@code recordId} through the process. */
    @POST
    public Response start(@PathParam("id") String id, InputStream content) throws IOException {
        RunView run = runs.start(
                Numbers.of("processes", id), ProcessRunsResource.number(JsonBody.object(content), "recordId"));
        Language spoken = language.language();
        return JsonAnswer.status(201, json -> RunJson.write(json, run, spoken))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/process-runs/" + run.id()))
                .build();
    }
}
