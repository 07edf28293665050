package org.quanhe.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void whatIsWrittenIsRead() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("tên", "Trần \"Đức\"\n关系 \uD840\uDC0B");
        inner.put("", new ArrayList<>());
        inner.put("nothing", null);
        List<Object> value = Arrays.asList(inner, List.of(List.of(true, false)), new BigDecimal("-0.50"), null, "");
        assertThat(JsonText.read(JsonText.write(value))).isEqualTo(value);
    }

    @Test
    void singleValuesAreTexts() {
        assertThat(JsonText.read("\"a\"")).isEqualTo("a");
        assertThat(JsonText.read(" 12 ")).isEqualTo(new BigDecimal(12));
        assertThat(JsonText.read("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[", "{", "{\"a\"", "{\"a\":", "[1", "[1,", "[1]]", "[1] 2", "a", "\"a", "{1:2}", "]"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void emptyColumnsAreEmptyLists() {
        assertThat(JsonText.readList(null)).isEmpty();
        assertThat(JsonText.readList("")).isEmpty();
        assertThat(JsonText.readMap(null)).isEmpty();
    }
}
