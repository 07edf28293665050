package org.quanhe.crm.search.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The rules by which customers belong to a question. */
class RulesTest {
    private static String[] words(String text) {
        return Fold.words(text);
    }

    @Test
    void wordsAreFoundInAnyOrderAndEachTakesOneOfItsOwn() {
        String[] name = words("Nguyễn Thị Ngọc Ánh");

        assertThat(Rules.allWords(words("anh nguyen"), name)).isTrue();
        assertThat(Rules.allWords(words("nguyen nguyen"), name)).isFalse();
        assertThat(Rules.allWords(words("nguyen an"), name)).isFalse();
    }

    @Test
    void everyWordMayBeABeginningOfAnotherWord() {
        String[] name = words("Hồ Phạm Văn Quốc");

        assertThat(Rules.allBeginnings(words("ho p van quo"), name)).isTrue();
        assertThat(Rules.allBeginnings(words("p ph"), name)).isFalse();
        assertThat(Rules.allBeginnings(words("p pham"), words("Phạm Phương")))
                .as("p is Phương, although Phạm comes first")
                .isTrue();
    }

    @Test
    void beforeTheLastWordBeginningsAreNotEnough() {
        String[] name = words("Nguyễn Văn An");

        assertThat(Rules.lastBeginning(words("nguyen van a"), name)).isTrue();
        assertThat(Rules.lastBeginning(words("nguyen va an"), name)).isFalse();
    }

    @Test
    void oneWordMayBeASlipAway() {
        String[] name = words("Nguyễn Quốc Hùng");

        assertThat(Rules.oneSlip(words("gnuyen hung"), name)).isTrue();
        assertThat(Rules.oneSlip(words("nguyen hung"), name)).isTrue();
        assertThat(Rules.oneSlip(words("gnuyen hnug"), name)).isFalse();
    }

    @Test
    void chineseIsFoundInsideWordsLettersAreNot() {
        Set<String> address = Set.of("鼓楼区解放西路", "12", "le", "loi");

        assertThat(Rules.everyWordIn(words("解放西路"), address)).isTrue();
        assertThat(Rules.everyWordIn(words("鼓樓區"), address)).isTrue();
        assertThat(Rules.everyWordIn(words("lo"), address)).isFalse();
        assertThat(Rules.everyWordIn(words("le hung"), address, Set.of("hung"))).isTrue();
    }

    @Test
    void foldingTakesAccentsStrokesFormsAndScriptsAway() {
        assertThat(words("ĐẶNG Thuý")).containsExactly("dang", "thuy");
        assertThat(words(Normalizer.normalize("Đặng Thuý", Normalizer.Form.NFD)))
                .containsExactly("dang", "thuy");
        assertThat(words("Weiß & Müller")).containsExactly("weiss", "muller");
        assertThat(words("張偉 ABC號")).containsExactly("张伟", "abc", "号");
    }

    @Test
    void accentsCountButNotWhereTheToneMarkStands() {
        assertThat(Fold.exact("Hoà Thuý")).isEqualTo(Fold.exact("hòa thúy"));
        assertThat(Fold.exact("Hoà")).isNotEqualTo(Fold.exact("hoá"));
        assertThat(Fold.exact("An")).isNotEqualTo(Fold.exact("ân"));
    }

    @Test
    void toneMarksMoveInOpenSyllablesOnly() {
        assertThat(TonePlace.other("Hoà Bình")).isEqualTo("Hòa Bình");
        assertThat(TonePlace.other("Lê Thúy Quý")).isEqualTo("Lê Thuý Quý");
        assertThat(TonePlace.other("Toàn")).isEqualTo("Toàn");
    }

    @Test
    void slipsOfWhichOneIsTooMuch() {
        assertThat(Slip.apart("nguyn", "nguyen")).isTrue();
        assertThat(Slip.apart("nguyenn", "nguyen")).isTrue();
        assertThat(Slip.apart("gnuyen", "nguyen")).isTrue();
        assertThat(Slip.apart("nguyem", "nguyen")).isTrue();
        assertThat(Slip.apart("nguyen", "nguyen")).isFalse();
        assertThat(Slip.apart("gnuyne", "nguyen")).isFalse();
        assertThat(Slip.apart("nguy", "nguyen")).isFalse();
    }

    @Property
    void everySlipIsOneSlipApart(
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String any,
            @ForAll Slip slip,
            @ForAll boolean first,
            @ForAll @IntRange(max = 1000) int seed) {
        String[] meant = {any.toLowerCase(java.util.Locale.ROOT)};

        slip.in(meant, first, Dice.of(1, seed)).ifPresent(typed -> {
            assertThat(Slip.apart(typed[0], meant[0])).isTrue();
            assertThat(Slip.apart(meant[0], typed[0])).isTrue();
            assertThat(Rules.oneSlip(typed, meant)).isTrue();
        });
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll @StringLength(max = 30) String text) {
        String once = String.join(" ", words(text));

        assertThat(words(once)).isEqualTo(words(text));
    }
}
