package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.ContactPoint;

/** Phones, mail addresses, links: a value list of its record, as JSON in a text column. */
@Converter
public class ContactPoints implements AttributeConverter<List<ContactPoint>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<ContactPoint> points) {
        if (points == null || points.isEmpty()) {
            return null;
        }
        List<Map<String, Object>> list = new ArrayList<>(points.size());
        for (ContactPoint point : points) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", point.type());
            map.put("value", point.value());
            map.put("primary", point.primary());
            list.add(map);
        }
        return JsonText.write(list);
    }

    @Override
    public List<ContactPoint> convertToEntityAttribute(@Nullable String column) {
        return JsonText.readList(column).stream()
                .map(entry -> (Map<?, ?>) entry)
                .map(map -> new ContactPoint(
                        (String) map.get("type"), (String) map.get("value"), (Boolean) map.get("primary")))
                .toList();
    }
}
