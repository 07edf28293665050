package org.quanhe.crm.processes.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.StepTimes;

/** {@code /processes/{id}/times}: how long steps took, the last 90 days unless the call says otherwise. */
@Path("/processes/{id}/times")
public class StepTimesResource {
    private static final int DAYS = 90;

    @Inject
    private ProcessRuns runs;

    @Inject
    private RequestLanguage language;

    @Inject
    private TimeSource time;

    @GET
    public Response times(
            @PathParam("id") String id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        LocalDate last =
                day("to", to, LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(1));
        LocalDate first = day("from", from, last.minusDays(DAYS));
        StepTimes times = runs.times(Numbers.of("processes", id), first, last);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> RunJson.write(json, times, spoken));
    }

    private static LocalDate day(String name, String text, LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw CrmException.invalidField(
                    name,
                    LocalizedMessage.of(
                            "processes.error.day", text.length() > 60 ? text.substring(0, 60) + "…" : text));
        }
    }
}
