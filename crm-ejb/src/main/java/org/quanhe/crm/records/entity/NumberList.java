package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;

/** Numbers of referenced records, as JSON in a text column. */
@Converter
public class NumberList implements AttributeConverter<List<Long>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Long> numbers) {
        return numbers == null || numbers.isEmpty() ? null : JsonText.write(numbers);
    }

    @Override
    public List<Long> convertToEntityAttribute(@Nullable String column) {
        return JsonText.readList(column).stream()
                .map(number -> ((Number) number).longValue())
                .toList();
    }
}
