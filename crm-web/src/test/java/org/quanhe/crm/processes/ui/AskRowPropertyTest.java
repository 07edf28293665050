package org.quanhe.crm.processes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A question that nobody touches on its page is the question that it was. */
class AskRowPropertyTest {
    @Provide
    Arbitrary<Map<String, Object>> questions() {
        Arbitrary<Map<String, String>> labels = Arbitraries.maps(
                        Arbitraries.of("en", "vi", "zh-CN", "zh-TW"), Arbitraries.of("Phòng ngủ", "卧室", "a, b", "x"))
                .ofMinSize(1);
        Arbitrary<Map<String, Object>> choices = Combinators.combine(
                        Arbitraries.of("bed", "西", "a, b"), labels.optional())
                .as((code, named) -> {
                    Map<String, Object> choice = new LinkedHashMap<>();
                    choice.put("code", code);
                    named.ifPresent(given -> choice.put("label", given));
                    return choice;
                });
        return Combinators.combine(
                        Arbitraries.of(AskRow.KINDS),
                        labels,
                        choices.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as((kind, named, offered, required) -> {
                    Map<String, Object> ask = new LinkedHashMap<>();
                    ask.put("question", "q1");
                    ask.put("kind", kind);
                    ask.put("label", named);
                    ask.put("help", Map.of("vi", "Chọn một hay nhiều"));
                    if (kind.startsWith("choice")) {
                        ask.put("choices", offered);
                    }
                    ask.put("required", required);
                    return ask;
                });
    }

    @Property
    void staysWhatItIs(@ForAll("questions") Map<String, Object> ask) {
        assertThat(AskRow.of(ask).document(Optional.of(ask), "q2")).isEqualTo(ask);
    }

    @Example
    void aChoiceWithoutACodeGetsItsFirstName() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("vi", "Phòng  ngủ");
        labels.put("zh-CN", "卧室");
        assertThat(new ChoiceRow("", labels).document()).containsEntry("code", "Phòng ngủ");
        assertThat(new ChoiceRow("", Map.of("en", "x".repeat(100))).document()).containsEntry("code", "x".repeat(60));
        assertThat(new AskRow("q1", "choices", labels, List.of(ChoiceRow.empty()), true)
                        .document(Optional.empty(), "q2"))
                .containsEntry("choices", List.of());
    }
}
