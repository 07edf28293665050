package org.quanhe.crm.lifecycle.rest;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.JourneyMap;
import org.quanhe.crm.lifecycle.Journeys;
import org.quanhe.crm.lifecycle.Journeys.Which;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.RecordView;

/** {@code /lifecycle/journey/{type}}: how far records came that were first touched in a period, by default a year. */
@Path("/lifecycle/journey/{type}")
public class JourneysResource {
    private static final int DAYS = 365;

    @Inject
    private Journeys journeys;

    @Inject
    private RequestLanguage language;

    @Inject
    private TimeSource time;

    @GET
    public Response map(
            @PathParam("type") String type,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        LocalDate last = last(to);
        JourneyMap map = journeys.map(type, first(from, last), last);
        Language spoken = language.language();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", map.from().toString());
        json.put("to", map.to().toString());
        json.put("records", map.records());
        json.put("stages", map.steps().stream().map(step -> of(step, spoken)).toList());
        return LifecycleJson.ok(json);
    }

    private static Map<String, @Nullable Object> of(JourneyMap.Step step, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", step.stage().code());
        json.put("name", step.stage().title().in(language));
        json.put("team", step.team());
        json.put("entered", step.entered());
        json.put("wentOn", step.wentOn());
        json.put("dropped", step.dropped());
        json.put("standing", step.standing());
        json.put("medianMinutes", step.medianMinutes());
        json.put("steps", LifecycleJson.told(step.stage().told(), language));
        return json;
    }

    /** The records behind a figure: {@code which} is entered, dropped or standing. */
    @GET
    @Path("/{stage}")
    public Response records(
            @PathParam("type") String type,
            @PathParam("stage") String stage,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("which") @DefaultValue("entered") String which,
            @QueryParam("behind") @DefaultValue("0") String behind,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        LocalDate last = last(to);
        long known = behind.matches("\\d{1,18}") ? Long.parseLong(behind) : 0;
        List<RecordView> records = journeys.records(type, first(from, last), last, stage, which(which), known, limit);
        return LifecycleJson.ok(Map.of(
                "items",
                records.stream()
                        .map(record -> Map.of("id", record.ref().id(), "title", record.title()))
                        .toList()));
    }

    private static Which which(String text) {
        for (Which which : Which.values()) {
            if (which.name().toLowerCase(Locale.ROOT).equals(text)) {
                return which;
            }
        }
        throw CrmException.invalidField("which", LocalizedMessage.of("lifecycle.error.which"));
    }

    private LocalDate last(String to) {
        return to.isEmpty() ? LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(1) : day("to", to);
    }

    private static LocalDate first(String from, LocalDate last) {
        return from.isEmpty() ? last.minusDays(DAYS) : day("from", from);
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw CrmException.invalidField(
                    name,
                    LocalizedMessage.of(
                            "lifecycle.error.day", text.length() > 60 ? text.substring(0, 60) + "…" : text));
        }
    }
}
