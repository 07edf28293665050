package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;

/** Values of custom fields, as JSON in a text column. */
@Converter
public class CustomValues implements AttributeConverter<Map<String, Object>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Object> values) {
        return values == null || values.isEmpty() ? null : JsonText.write(values);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(@Nullable String column) {
        return JsonText.readMap(column);
    }
}
