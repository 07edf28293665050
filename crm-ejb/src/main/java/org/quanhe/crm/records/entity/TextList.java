package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;

/** A list of texts, as JSON in a text column. */
@Converter
public class TextList implements AttributeConverter<List<String>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> texts) {
        return texts == null || texts.isEmpty() ? null : JsonText.write(texts);
    }

    @Override
    public List<String> convertToEntityAttribute(@Nullable String column) {
        return JsonText.readList(column).stream().map(Object::toString).toList();
    }
}
