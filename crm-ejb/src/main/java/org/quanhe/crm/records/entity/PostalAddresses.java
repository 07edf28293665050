package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.PostalAddress;

/** Postal addresses: a value list of its record, as JSON in a text column. */
@Converter
public class PostalAddresses implements AttributeConverter<List<PostalAddress>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<PostalAddress> addresses) {
        if (addresses == null || addresses.isEmpty()) {
            return null;
        }
        List<Map<String, Object>> list = new ArrayList<>(addresses.size());
        for (PostalAddress address : addresses) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", address.type());
            map.put("street", address.street());
            map.put("city", address.city());
            map.put("postalCode", address.postalCode());
            map.put("country", address.country());
            map.put("primary", address.primary());
            list.add(map);
        }
        return JsonText.write(list);
    }

    @Override
    public List<PostalAddress> convertToEntityAttribute(@Nullable String column) {
        return JsonText.readList(column).stream()
                .map(entry -> (Map<?, ?>) entry)
                .map(map -> new PostalAddress(
                        text(map, "type"),
                        text(map, "street"),
                        text(map, "city"),
                        text(map, "postalCode"),
                        text(map, "country"),
                        Boolean.TRUE.equals(map.get("primary"))))
                .toList();
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
