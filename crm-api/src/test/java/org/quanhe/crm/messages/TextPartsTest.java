package org.quanhe.crm.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of short texts, by 3GPP TS 23.038 and 23.040. */
class TextPartsTest {
    @ParameterizedTest
    @CsvSource({"1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void lettersOfEveryTelephone(int letters, int parts) {
        assertThat(TextParts.of("a".repeat(letters)).parts()).isEqualTo(parts);
        assertThat(TextParts.of("a".repeat(letters)).plain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4"})
    void vietnameseWithItsMarksAndChineseTakeMore(int letters, int parts) {
        assertThat(TextParts.of("ế".repeat(letters)).parts()).isEqualTo(parts);
        assertThat(TextParts.of("您".repeat(letters)).parts()).isEqualTo(parts);
        assertThat(TextParts.of("您".repeat(letters)).plain()).isFalse();
    }

    @Test
    void oneMarkIsEnoughToTakeMore() {
        String plain = "Chao chi Hoa, hen gap chi luc 8:30 thu hai tuan sau tai cua hang 12 nhe";
        assertThat(TextParts.of(plain)).isEqualTo(new TextParts(1, true, 71, 160));
        assertThat(TextParts.of(plain.replace("Chao", "Chào")).parts()).isEqualTo(1);
        assertThat(TextParts.of(plain.replace("hen", "hẹn"))).isEqualTo(new TextParts(2, false, 71, 134));
    }

    @Test
    void bracketsAndTheEuroCountTwice() {
        assertThat(TextParts.of("€".repeat(80)).parts()).isEqualTo(1);
        assertThat(TextParts.of("€".repeat(81)).parts()).isEqualTo(2);
        assertThat(TextParts.of("[").used()).isEqualTo(2);
    }

    @Test
    void whatCountsTwiceIsNotDivided() {
        // 153 do not divide by two: the last place of each part stays empty
        assertThat(TextParts.of("€".repeat(76 * 2)).parts()).isEqualTo(2);
        assertThat(TextParts.of("€".repeat(76 * 2 + 1)).parts()).isEqualTo(3);
        assertThat(TextParts.of("\uD840\uDC0B".repeat(33 * 2)).parts()).isEqualTo(2);
        assertThat(TextParts.of("\uD840\uDC0B".repeat(33 * 2 + 1)).parts()).isEqualTo(3);
    }

    @Test
    void nothingHasNoPart() {
        assertThat(TextParts.of("")).isEqualTo(new TextParts(0, true, 0, 160));
    }
}
