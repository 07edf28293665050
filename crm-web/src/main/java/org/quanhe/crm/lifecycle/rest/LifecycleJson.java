package org.quanhe.crm.lifecycle.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Fit;
import org.quanhe.crm.lifecycle.RecordStage;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.rest.EntityTags;

/** Answers about the lifecycle as JSON has them, texts in the caller's language. */
final class LifecycleJson {
    private LifecycleJson() {}

    static Response ok(Object answer) {
        return body(answer).build();
    }

    static Response ok(Object answer, long version) {
        return body(answer).header("ETag", EntityTags.of(version)).build();
    }

    private static Response.ResponseBuilder body(Object answer) {
        return Response.ok(JsonText.write(answer), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }

    static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    static Map<String, Object> of(RecordStage record, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stage", record.stage());
        json.put("name", record.name().in(language));
        json.put("since", record.since().toString());
        json.put("mayMove", record.mayMove());
        json.put(
                "stays", record.stays().stream().map(stay -> of(stay, language)).toList());
        json.put(
                "stages",
                record.targets().stream().map(target -> of(target, language)).toList());
        json.put("fit", of(record.fit(), language));
        return json;
    }

    private static Map<String, @Nullable Object> of(RecordStage.Stay stay, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stage", stay.stage());
        json.put("name", stay.name().in(language));
        json.put("entered", stay.entered().toString());
        json.put("left", moment(stay.left()));
        json.put("by", stay.by());
        json.put("byItself", stay.byItself());
        json.put("why", stay.why().in(language));
        return json;
    }

    private static Map<String, Object> of(RecordStage.Target target, Language language) {
        return Map.of(
                "code",
                target.code(),
                "name",
                target.name().in(language),
                "current",
                target.current(),
                "unmet",
                told(target.unmet(), language));
    }

    private static Map<String, Object> of(Fit fit, Language language) {
        return Map.of(
                "outcome",
                fit.code(),
                "outdated",
                fit.outdated(),
                "criteria",
                fit.criteria().stream()
                        .map(criterion -> Map.of(
                                "text",
                                criterion.text().in(language),
                                "met",
                                criterion.met(),
                                "decided",
                                criterion.decided()))
                        .toList());
    }

    static List<String> told(List<LocalizedMessage> texts, Language language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }
}
