package org.quanhe.crm.automation.spi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * An object of an automation's document.
 *
 * @param path where it stands in the document, {@code actions[0]}
 * @param values its members
 * @param type the record type of the automation
 * @param violations what is wrong so far; checks add to it
 */
public record Arguments(String path, Map<String, Object> values, RecordTypeView type, List<Violation> violations) {

    /** The member as text, empty where it is missing. */
    public String text(String name) {
        Object value = values.get(name);
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    public @Nullable Object raw(String name) {
        return values.get(name);
    }

    /** The member as a number; {@code otherwise} where it is missing or none. */
    public BigDecimal number(String name, BigDecimal otherwise) {
        return values.get(name) instanceof BigDecimal number ? number : otherwise;
    }

    /** The member as an object, empty where it is missing. */
    public Map<String, Object> object(String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(key.toString(), value));
        }
        return object;
    }

    /** The objects of a list. */
    public List<Arguments> list(String name) {
        List<Arguments> parts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            for (Object one : list) {
                Map<String, Object> object = new LinkedHashMap<>();
                if (one instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> object.put(key.toString(), value));
                }
                String where = (path.isEmpty() ? "" : path + ".") + name + "[" + parts.size() + "]";
                parts.add(new Arguments(where, object, type, violations));
            }
        }
        return parts;
    }

    public void wrong(String name, String key, Object... args) {
        violations.add(new Violation((path.isEmpty() ? "" : path + ".") + name, LocalizedMessage.of(key, args)));
    }

    /** A field of the automation's type that must be named; null, and told, if it is not there. */
    public @Nullable FieldView field(String name) {
        String field = text(name);
        FieldView found = type.find(field).orElse(null);
        if (found == null) {
            wrong(name, "automation.error.noField", field, LocalizedMessage.of(type.name() + ".type"));
        }
        return found;
    }
}
