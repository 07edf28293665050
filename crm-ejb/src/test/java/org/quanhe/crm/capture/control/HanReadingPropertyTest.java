package org.quanhe.crm.capture.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.records.TextFold;

/** Remembered characters read as the rules read the whole text. */
class HanReadingPropertyTest {
    private static String bare(String text) {
        return TextFold.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void assertRead(String text) {
        assertThat(bare(HanReading.of(text))).as(text).isEqualTo(bare(HanReading.byRules(text)));
    }

    @Property(tries = 400)
    void asTheRulesReadTheWhole(@ForAll("texts") String text) {
        assertRead(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> usual = Arbitraries.integers().between(0x4e00, 0x9fa5).map(Character::toString);
        Arbitrary<String> rare = Arbitraries.integers().between(0x3400, 0x4db5).map(Character::toString);
        Arbitrary<String> other = Arbitraries.of(" ", "A", "ễ", "7", "（", "·", "Trần ");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(12, usual),
                        net.jqwik.api.Tuple.of(1, rare),
                        net.jqwik.api.Tuple.of(3, other))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Example
    void familyNamesOfOneAndTwoCharacters() {
        for (String name : new String[] {
            "单雄信", "曾国藩", "解缙", "仇英", "任远", "区建公", "尉迟恭", "单于夫", "上官婉儿", "澹台灭明", "澹臺", "万俟卨", "萬俟", "華羅庚", "華為"
        }) {
            assertRead(name);
        }
    }
}
