package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.pipeline.Outcomes;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /pipelines/{code}/outcomes}: what was won and lost in a period, by reason and by competitor. */
@Path("/pipelines/{code}/outcomes")
public class OutcomesResource {
    @Inject
    private PipelineReports reports;

    @Inject
    private Asked asked;

    @Inject
    private RequestLanguage language;

    @GET
    public Response outcomes(@PathParam("code") String code) {
        Outcomes outcomes = reports.outcomes(code, asked.whose(), asked.period());
        Language spoken = language.language();
        return JsonAnswer.ok(json -> PipelineJson.write(json, outcomes, spoken));
    }
}
