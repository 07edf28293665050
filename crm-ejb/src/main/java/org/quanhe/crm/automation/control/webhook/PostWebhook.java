package org.quanhe.crm.automation.control.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.control.Secrets;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.OutgoingAction;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.OutgoingAddress;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.FieldTypes;

/**
 * Tells another system: {@code {"do": "webhook", "url": "https://example.vn/in", "secret": "…"}} posts the record, as
 * the automation's author may read it, with {@code X-Quanhe-Signature} over the body and {@code X-Quanhe-Delivery},
 * which stays the same when it is sent again. An answer of 2xx is success, 5xx and silence are tried again, anything
 * else is not.
 */
@ApplicationScoped
class PostWebhook implements OutgoingAction {
    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 500;

    @Inject
    private Secrets secrets;

    @Inject
    private FieldTypes fieldTypes;

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(URL, Parameter.Kind.TEXT), Parameter.of(SECRET, Parameter.Kind.SECRET));
    }

    @Override
    public void check(Arguments step) {
        OutgoingAddress.wrong(step.text(URL))
                .ifPresent(wrong -> step.wrong(URL, wrong.key(), wrong.args().toArray()));
        Object secret = step.raw(SECRET);
        boolean fresh =
                secret instanceof String text && text.length() >= SHORTEST_SECRET && text.length() <= LONGEST_SECRET;
        if (!fresh && Secrets.kept(secret).isEmpty()) {
            step.wrong(SECRET, "automation.webhook.secret", SHORTEST_SECRET, LONGEST_SECRET);
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        run.say("automation.webhook.would", address(step).getHost());
    }

    private static URI address(Arguments step) {
        return OutgoingAddress.read(step.text(URL))
                .orElseThrow(() -> CrmException.invalid("platform.outgoing.noAddress", step.text(URL)));
    }

    @Override
    public Parcel parcel(Arguments step, Step run) {
        String body = JsonText.write(body(step, run));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Quanhe-Signature", Signature.of(body, secrets.of(step.raw(SECRET), run.automation())));
        headers.put("X-Quanhe-Delivery", run.number() + "-" + step.path());
        return new WebhookPost(
                address(step),
                body,
                headers,
                Duration.ofSeconds(Math.max(1, Configuration.number(CrmSettings.WEBHOOK_TIMEOUT))));
    }

    private Map<String, Object> body(Arguments step, Step run) {
        RecordView record = run.record();
        Map<String, Object> fields = new LinkedHashMap<>();
        record.values().forEach((name, value) -> step.type()
                .find(name)
                .ifPresent(field -> fields.put(name, json(field, value, record.referenceTitles()))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("automation", Map.of("id", run.automation(), "name", run.why()));
        body.put("run", run.number());
        body.put("sentAt", run.now().toString());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", record.ref().id());
        told.put("type", record.ref().type());
        told.put("title", record.title());
        told.put("version", record.version());
        told.put("fields", fields);
        body.put("record", told);
        return body;
    }

    private @Nullable Object json(FieldView field, @Nullable Object value, Map<String, String> titles) {
        if (value instanceof RecordRef ref) {
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("id", ref.id());
            String title = titles.get(ref.key());
            if (title != null) {
                reference.put("title", title);
            }
            return reference;
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof RecordRef) {
            List<Object> references = new ArrayList<>();
            list.forEach(ref -> references.add(json(field, ref, titles)));
            return references;
        }
        return value == null ? null : fieldTypes.of(field).stored(value);
    }
}
