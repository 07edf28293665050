package org.quanhe.crm.records.rest;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordView;

/** Records as JSON. References carry number and title; the title is absent where the reader may not see the record. */
public final class RecordJson {
    /** Beside the fields: no field can be called so. */
    static final String EMPTY = "_empty";

    private RecordJson() {}

    /** Writes the record as an object, with the chosen fields; all if none are chosen. */
    public static void write(JsonGenerator json, RecordView record, Set<String> fields) {
        json.writeStartObject();
        json.write("id", record.ref().id());
        json.write("type", record.ref().type());
        json.write("version", record.version());
        json.write("title", record.title());
        for (Map.Entry<String, Object> entry : record.values().entrySet()) {
            if (fields.isEmpty() || fields.contains(entry.getKey())) {
                json.writeKey(entry.getKey());
                value(json, entry.getValue(), record.referenceTitles());
            }
        }
        empties(json, record, fields);
        json.writeEnd();
    }

    /** Why fields have no value, where there is something to tell. */
    private static void empties(JsonGenerator json, RecordView record, Set<String> fields) {
        Map<String, EmptyBecause> told = new TreeMap<>(record.empties());
        if (!fields.isEmpty()) {
            told.keySet().retainAll(fields);
        }
        if (!told.isEmpty()) {
            json.writeStartObject(EMPTY);
            told.forEach((field, why) -> {
                json.writeStartObject(field).write("reason", why.reason().code());
                if (why.reason() == EmptyBecause.Reason.INPUT_EMPTY) {
                    json.writeStartArray("inputs");
                    why.inputs().forEach(input -> input(json, input));
                    json.writeEnd();
                } else if (!why.currencies().isEmpty()) {
                    json.writeStartArray("currencies");
                    why.currencies().forEach(json::write);
                    json.writeEnd();
                }
                json.writeEnd();
            });
            json.writeEnd();
        }
    }

    private static void input(JsonGenerator json, EmptyBecause.Input input) {
        json.writeStartObject().write("field", input.field());
        RecordRef record = input.record();
        if (record != null) {
            json.writeStartObject("record")
                    .write("type", record.type())
                    .write("id", record.id())
                    .write("title", input.title())
                    .writeEnd();
        }
        json.writeEnd();
    }

    /**
     * Writes a value, behind its key or in a list.
     *
     * @param titles of the records that it points to, by {@link RecordRef#key()}
     */
    public static void value(JsonGenerator json, @Nullable Object value, Map<String, String> titles) {
        if (value instanceof String text) {
            json.write(text);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(entry -> value(json, entry, titles));
            json.writeEnd();
        } else if (value instanceof RecordRef ref) {
            json.writeStartObject().write("id", ref.id());
            String title = titles.get(ref.key());
            if (title != null) {
                json.write("title", title);
            }
            json.writeEnd();
        } else if (value instanceof ContactPoint point) {
            json.writeStartObject()
                    .write("type", point.type())
                    .write("value", point.value())
                    .write("primary", point.primary())
                    .writeEnd();
        } else if (value instanceof PostalAddress address) {
            address(json, address);
        } else if (value instanceof Money money) {
            json.writeStartObject()
                    .write("amount", money.amount())
                    .write("currency", money.currency().getCurrencyCode())
                    .writeEnd();
        } else if (value instanceof BigDecimal number) {
            json.write(number);
        } else if (value instanceof Boolean yes) {
            json.write(yes);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.write(value.toString());
        }
    }

    private static void address(JsonGenerator json, PostalAddress address) {
        json.writeStartObject()
                .write("type", address.type())
                .write("street", address.street())
                .write("city", address.city())
                .write("postalCode", address.postalCode())
                .write("country", address.country())
                .write("primary", address.primary())
                .writeEnd();
    }
}
