package org.quanhe.crm.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SinoVietnameseTest {
    private static Set<String> pinyin(String name) {
        return SinoVietnamese.pinyin(Words.of(name));
    }

    @Test
    void charactersHaveTheirVietnameseReadings() {
        assertThat(SinoVietnamese.readings('阮')).containsExactly("nguyen");
        assertThat(SinoVietnamese.readings('黄')).containsExactlyInAnyOrder("hoang", "huynh");
        assertThat(SinoVietnamese.readings('a')).isEmpty();
    }

    @Test
    void accentsTellWhichCharacterIsMeant() {
        assertThat(pinyin("Nguyễn Thị Anh")).contains("ruanshiying", "rsy");
        assertThat(pinyin("Trần Văn Minh")).contains("chenwenming", "cwm");
        assertThat(pinyin("Lê Yến")).contains("liyan");
    }

    @Test
    void nameWithAnUnknownWordHasNone() {
        assertThat(pinyin("Anna Smith")).isEmpty();
        assertThat(pinyin("Nguyễn")).isEmpty();
        assertThat(pinyin("")).isEmpty();
    }

    @Test
    void everyLineOfTheTableIsASyllableWithSimplifiedCharactersThatHaveASound() {
        Set<String> seen = new HashSet<>();
        List<String> lines = Tables.lines("/org/quanhe/crm/search/analysis/sino-vietnamese.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(400).allSatisfy(line -> {
            String[] parts = line.split("\t");
            assertThat(parts).as(line).hasSize(2);
            assertThat(seen.add(parts[0])).as("once: %s", line).isTrue();
            assertThat(Words.of(parts[0])).as(line).hasSize(1);
            assertThat(Scripts.simplified(parts[1])).as(line).isEqualTo(parts[1]);
            parts[1].chars().forEach(c -> assertThat(Pinyin.readings((char) c))
                    .as("%s of %s", (char) c, line)
                    .isNotEmpty());
            assertThat(parts[1].chars().distinct().count()).as(line).isEqualTo(parts[1].length());
        });
    }
}
