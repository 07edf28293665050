package org.quanhe.crm.processes.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.RunView;

/** {@code /process-runs}: records on their way through processes, and the steps that wait. */
@Path("/process-runs")
public class ProcessRunsResource {
    @Inject
    private ProcessRuns runs;

    @Inject
    private RequestLanguage language;

    /** Runs of a record: {@code ?type=customers&recordId=12}. */
    @GET
    public Response ofRecord(
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("recordId") @DefaultValue("") String record) {
        return answer(runs.ofRecord(record(type, record)));
    }

    private static RecordRef record(String type, String number) {
        List<CrmException.Violation> missing = Map.of("type", type, "recordId", number).entrySet().stream()
                .filter(given -> given.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new CrmException.Violation(name, LocalizedMessage.of("records.error.required")))
                .toList();
        if (!missing.isEmpty()) {
            throw new CrmException(
                    CrmException.Kind.INVALID, LocalizedMessage.of("processes.error.whichRecord"), missing, null);
        }
        return new RecordRef(type, Numbers.of(type, number));
    }

    /** Steps that wait for the caller's teams; with {@code everybodys}, of all teams. */
    @GET
    @Path("/waiting")
    public Response waiting(
            @QueryParam("everybodys") @DefaultValue("false") boolean everybodys,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Language spoken = language.language();
        return JsonAnswer.portion(
                runs.waiting(everybodys, cursor, limit), (json, step) -> RunJson.write(json, step, spoken));
    }

    @GET
    @Path("/{run}")
    public Response open(@PathParam("run") String run) {
        return answer(runs.open(Numbers.of("process-runs", run)));
    }

    /** Completes the step {@code at} with {@code answers}. */
    @POST
    @Path("/{run}/complete")
    public Response complete(@PathParam("run") String run, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Map<String, Object> answers = new LinkedHashMap<>();
        if (body.get("answers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> answers.put(name.toString(), value == null ? "" : value));
        }
        int at = (int) Math.min(Integer.MAX_VALUE, number(body, "at"));
        return answer(runs.complete(Numbers.of("process-runs", run), at, answers));
    }

    @POST
    @Path("/{run}/stop")
    public Response stop(@PathParam("run") String run, InputStream content) throws IOException {
        String why = Objects.toString(JsonBody.object(content).getOrDefault("why", ""), "");
        return answer(runs.stop(Numbers.of("process-runs", run), why));
    }

    static long number(Map<String, @Nullable Object> body, String name) {
        if (body.get(name) instanceof BigDecimal number) {
            return number.longValue();
        }
        throw CrmException.invalidField(name, LocalizedMessage.of("records.error.required"));
    }

    private Response answer(RunView run) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> RunJson.write(json, run, spoken));
    }

    private Response answer(List<RunView> all) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(run -> RunJson.write(json, run, spoken));
            json.writeEnd().writeEnd();
        });
    }
}
