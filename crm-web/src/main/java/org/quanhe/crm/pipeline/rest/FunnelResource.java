package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.pipeline.Funnel;
import org.quanhe.crm.pipeline.Period;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.rest.RecordJson;

/** {@code /pipelines/{code}/funnel}: how far opportunities of a period came, and those behind each figure. */
@Path("/pipelines/{code}/funnel")
public class FunnelResource {
    private static final int PAGE = 50;

    @Inject
    private PipelineReports reports;

    @Inject
    private Asked asked;

    @Inject
    private RequestLanguage language;

    @GET
    public Response funnel(@PathParam("code") String code) {
        Period period = asked.period();
        Funnel funnel = reports.funnel(question(code, period));
        Optional<Funnel> other = asked.compared(period).map(before -> reports.funnel(question(code, before)));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeKey("funnel");
            PipelineJson.write(json, funnel, spoken);
            other.ifPresent(compared -> {
                json.writeKey("compared");
                PipelineJson.write(json, compared, spoken);
            });
            json.writeEnd();
        });
    }

    /** Those behind the figure {@code part} of the stage {@code stage}. */
    @GET
    @Path("/records")
    public Response records(@PathParam("code") String code) {
        List<RecordView> records = reports.behind(
                question(code, asked.period()),
                asked.text("stage"),
                asked.oneOf("part", Funnel.Part.class, Funnel.Part.STANDING),
                asked.count("from", 0),
                asked.count("limit", PAGE));
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            records.forEach(record -> RecordJson.write(json, record, Set.of()));
            json.writeEnd().writeEnd();
        });
    }

    private Funnel.Question question(String code, Period period) {
        return new Funnel.Question(code, asked.whose(), asked.oneOf("by", Funnel.By.class, Funnel.By.CREATED), period);
    }
}
