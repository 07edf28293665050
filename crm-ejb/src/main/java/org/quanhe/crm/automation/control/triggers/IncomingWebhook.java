package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.CalledTrigger;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;

/**
 * Another system calls: {@code {"on": "hook", "fields": {"name": "contact.name", "phone": "contact.phones.0"}}} makes a
 * record of what stands at those places of the body. What the body does not have is left empty.
 */
@ApplicationScoped
class IncomingWebhook implements CalledTrigger {
    private static final String FIELDS = "fields";
    private static final int LONGEST_PATH = 200;

    @Override
    public String code() {
        return "hook";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(FIELDS, Parameter.Kind.PATHS).must());
    }

    @Override
    public void check(Arguments trigger) {
        Map<String, Object> fields = trigger.object(FIELDS);
        if (fields.isEmpty()) {
            trigger.wrong(FIELDS, "records.error.required");
        }
        fields.forEach((name, path) -> {
            String place = FIELDS + "." + name;
            FieldView field = trigger.type().find(name).orElse(null);
            if (field == null) {
                trigger.wrong(
                        place,
                        "automation.error.noField",
                        name,
                        LocalizedMessage.of(trigger.type().name() + ".type"));
            } else if (field.readOnly()) {
                trigger.wrong(place, "records.error.readOnly");
            } else if (!(path instanceof String text) || text.isBlank() || text.length() > LONGEST_PATH) {
                trigger.wrong(place, "automation.error.noPath", LONGEST_PATH);
            }
        });
    }

    @Override
    public Map<String, Object> values(Arguments trigger, Map<String, ?> body) {
        Map<String, Object> values = new LinkedHashMap<>();
        trigger.object(FIELDS).forEach((name, path) -> {
            Object value = at(body, path.toString());
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** What stands there; null for nothing. */
    private static @Nullable Object at(Map<String, ?> body, String path) {
        Object here = body;
        for (String part : path.strip().split("\\.")) {
            if (here instanceof Map<?, ?> object) {
                here = object.get(part);
            } else if (here instanceof List<?> list && part.matches("\\d{1,6}")) {
                int index = Integer.parseInt(part);
                here = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }
}
