package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.pipeline.WinChances;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /pipelines/{code}/chances}: how well winning is foretold in a pipeline. */
@Path("/pipelines/{code}/chances")
public class ChancesResource {
    @Inject
    private WinChances chances;

    @Inject
    private RequestLanguage language;

    @GET
    public Response model(@PathParam("code") String code) {
        WinModel model = chances.model(code);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> ChanceJson.write(json, model, spoken));
    }

    /** Works it out anew, in the background. */
    @POST
    @Path("/training")
    public Response train(@PathParam("code") String code) {
        chances.train(code);
        return Response.accepted().build();
    }
}
