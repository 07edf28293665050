package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.pipeline.Forecast;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.rest.JsonAnswer;

/** {@code /pipelines/{code}/forecast}: what is expected to be sold, by person or team and month. */
@Path("/pipelines/{code}/forecast")
public class ForecastResource {
    private static final int MONTHS = 3;

    @Inject
    private PipelineReports reports;

    @Inject
    private Asked asked;

    @GET
    public Response forecast(@PathParam("code") String code) {
        Forecast forecast = reports.forecast(new Forecast.Question(
                code,
                asked.whose(),
                asked.oneOf("by", Forecast.By.class, Forecast.By.OWNER),
                asked.month("from"),
                asked.count("months", MONTHS),
                asked.oneOf("weighing", Forecast.Weighing.class, Forecast.Weighing.STAGE)));
        return JsonAnswer.ok(json -> PipelineJson.write(json, forecast));
    }
}
