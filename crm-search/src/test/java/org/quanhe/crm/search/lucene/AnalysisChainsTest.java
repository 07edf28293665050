package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.records.FieldKind;

/** The table of the package, row by row. */
class AnalysisChainsTest {
    private static List<String> terms(String field, String text, BiConsumer<SearchTerms, String> into) {
        Document document = new Document();
        SearchTerms terms = new SearchTerms(document);
        into.accept(terms, text);
        terms.close();
        return document.getFields().stream()
                .filter(one -> one.name().equals(field))
                .map(one -> one.binaryValue().utf8ToString())
                .toList();
    }

    private static List<String> title(String field, String text) {
        return terms(field, text, SearchTerms::title);
    }

    private static List<String> other(String field, FieldKind kind, String text) {
        return terms(field, text, (terms, value) -> terms.searched(kind, value));
    }

    @Test
    void titleIsTheWholeNameAndItsFirstWordsFolded() {
        assertThat(title(Fields.TITLE, "Đặng Ánh")).containsExactly("dang anh", "^dang", "^dang anh");
        assertThat(title(Fields.TITLE, "Công ty TNHH Thương mại Tân Á"))
                .containsExactly("cong ty tnhh thuong mai tan a", "tan a", "^tan", "^tan a");
        assertThat(title(Fields.TITLE, "张伟")).contains("张伟", "zhangwei", "weizhang", "zw", "^张", "^zhang");
        assertThat(title(Fields.TITLE, "歐陽娜")).contains("^欧阳", "^ouyang").doesNotContain("^欧");
    }

    @Test
    void titlePairHoldsNeighboursAndTitleInitialsTheirFirstLetters() {
        assertThat(title(Fields.TITLE_PAIR, "Đặng Văn Ánh")).containsExactly("dang van", "van anh");
        assertThat(title(Fields.TITLE_INITIALS, "Đặng Văn Ánh")).containsExactly("dv", "va");
    }

    @Test
    void wordsWithASignBetweenAreOneAsWell() {
        assertThat(title(Fields.TITLE_WORD, "Pat O'Connor")).containsExactly("pat", "o", "connor", "oconnor");
        assertThat(other(Fields.OTHER_WORD, FieldKind.TEXT, "Wi-Fi")).contains("wi", "fi", "wifi");
    }

    @Test
    void otherPairHoldsNeighboursAndOtherWholeShortTexts() {
        assertThat(other(Fields.OTHER_PAIR, FieldKind.LONG_TEXT, "Điều hoà cũ")).containsExactly("dieu hoa", "hoa cu");
        assertThat(other(Fields.OTHER_WHOLE, FieldKind.TEXT, "Tân Á Co. Ltd"))
                .containsExactly("tan a co ltd", "tan a", "^tan", "^tan a");
        assertThat(other(Fields.OTHER_WHOLE, FieldKind.LONG_TEXT, "Tân Á")).isEmpty();
    }

    @Test
    void titleWordHoldsFoldedWordsAndSimplifiedCharactersAndPairs() {
        assertThat(title(Fields.TITLE_WORD, "Đặng 張偉")).containsExactly("dang", "张", "张伟", "伟");
    }

    @Test
    void titleExactKeepsAccentsWithTheToneAtTheEnd() {
        assertThat(title(Fields.TITLE_EXACT, "Hòa"))
                .containsExactly("hoa\u0300")
                .isEqualTo(title(Fields.TITLE_EXACT, "hoà"));
    }

    @Test
    void titlePrefixHoldsBeginningsUpToEightLetters() {
        assertThat(title(Fields.TITLE_PREFIX, "Ánh")).containsExactly("a", "an", "anh");
        assertThat(title(Fields.TITLE_PREFIX, "Internationale")).hasSize(8).contains("internat");
    }

    @Test
    void titlePinyinHoldsAllReadingsEitherOrderInitialsAndBeginnings() {
        assertThat(title(Fields.TITLE_PINYIN, "张伟"))
                .contains("zhang", "wei", "zhangwei", "weizhang", "zw", "wz", "z", "zh");
        assertThat(title(Fields.TITLE_PINYIN, "单仇曾"))
                .contains("danchouceng", "shanqiuzeng", "scz", "sqz")
                .contains("shan");
    }

    @Test
    void titleSinoHoldsTheNameAsTheOtherLanguageHasIt() {
        assertThat(title(Fields.TITLE_SINO, "阮氏英")).containsExactlyInAnyOrder("nguyen", "thi", "anh", "nguyen thi anh");
        assertThat(title(Fields.TITLE_SINO, "Nguyễn Thị Ánh")).containsExactly("=ruanshiying", "=rsy");
        assertThat(title(Fields.TITLE_SINO, "Công ty TNHH Minh Long")).isEmpty();
    }

    @Test
    void otherWordHoldsFoldedWordsOfAllOtherFields() {
        assertThat(other(Fields.OTHER_WORD, FieldKind.LONG_TEXT, "Điều hoà, 12"))
                .containsExactly("dieu", "hoa", "12");
    }

    @Test
    void otherJoinedHoldsNamesOfPlacesWrittenTogether() {
        assertThat(other(Fields.OTHER_JOINED, FieldKind.ADDRESSES, "12 Âu Cơ, Hà Nội"))
                .containsExactlyInAnyOrder("auco", "hanoi", "hn");
        assertThat(other(Fields.OTHER_WORD, FieldKind.ADDRESSES, "12 Âu Cơ, Hà Nội"))
                .containsExactlyInAnyOrder("12", "au", "co", "ha", "noi", "河", "河内", "内");
    }

    @Test
    void placesHaveAllTheirNames() {
        assertThat(other(Fields.OTHER_WORD, FieldKind.ADDRESSES, "TP.HCM")).contains("sai", "gon", "ho", "chi", "胡志");
        assertThat(other(Fields.OTHER_PAIR, FieldKind.ADDRESSES, "TP.HCM")).contains("sai gon", "ho chi", "chi minh");
        assertThat(other(Fields.OTHER_JOINED, FieldKind.ADDRESSES, "深圳市福田区")).contains("shenzhen", "thamquyen");
        assertThat(other(Fields.OTHER_JOINED, FieldKind.ADDRESSES, "Phường 05, Quận 3"))
                .contains("p5", "q3");
        assertThat(other(Fields.OTHER_WORD, FieldKind.LONG_TEXT, "TP.HCM"))
                .as("of addresses alone")
                .containsExactlyInAnyOrder("tp", "hcm", "tphcm");
    }

    @Test
    void legalFormsAreNoWordsOfAName() {
        assertThat(title(Fields.TITLE_WORD, "Công ty Cổ phần Lộc Vinh")).containsExactly("loc", "vinh");
        assertThat(title(Fields.TITLE_PAIR, "Công ty Cổ phần Lộc Vinh")).containsExactly("loc vinh");
        assertThat(other(Fields.OTHER_FORM, FieldKind.TEXT, "Công ty Cổ phần Lộc Vinh"))
                .containsExactly("cong", "ty", "co", "phan");
        assertThat(other(Fields.SHORT_WORD, FieldKind.TEXT, "Hộ kinh doanh Tân Á"))
                .containsExactly("tan", "a");
    }

    @Test
    void shortWordAndPrefixHoldWordsOfShortTextsAlone() {
        assertThat(other(Fields.SHORT_WORD, FieldKind.TEXT, "Tân Á")).containsExactly("tan", "a");
        assertThat(other(Fields.SHORT_PREFIX, FieldKind.TEXT, "Minh Á")).containsExactly("m", "mi", "min", "a");
        assertThat(other(Fields.SHORT_WORD, FieldKind.LONG_TEXT, "Tân Á")).isEmpty();
        assertThat(other(Fields.SHORT_PREFIX, FieldKind.TEXT, "Hồng Hoa"))
                .contains("2:h", "2:ho")
                .doesNotContain("2:hon");
    }

    @Test
    void otherPrefixHoldsBeginningsUpToFourLetters() {
        assertThat(other(Fields.OTHER_PREFIX, FieldKind.TEXT, "Điều")).containsExactly("d", "di", "die", "dieu");
        assertThat(other(Fields.OTHER_PREFIX, FieldKind.TEXT, "Trường"))
                .hasSize(4)
                .endsWith("truo");
    }

    @Test
    void phoneTailHoldsTailsOfEveryNotation() {
        assertThat(other(Fields.PHONE_TAIL, FieldKind.PHONES, "0903 123 456"))
                .contains("0903123456", "84903123456", "903123456", "23456", "3456")
                .doesNotContain("456");
    }

    @Test
    void phonePrefixHoldsBeginningsOfEveryNotation() {
        assertThat(other(Fields.PHONE_PREFIX, FieldKind.PHONES, "0903 123 456"))
                .contains("0903", "09031", "090312", "8490", "9031")
                .doesNotContain("0903123", "090");
    }

    @Test
    void mailHoldsWholeDomainAndTails() {
        assertThat(other(Fields.MAIL, FieldKind.EMAILS, "LyTang88@fpt.com"))
                .contains("lytang88@fpt.com", "@fpt.com", "lytang88", "ytang88", "ng88")
                .doesNotContain("g88", "fpt");
    }

    @Test
    void mailWordHoldsWordsOfAddresses() {
        assertThat(other(Fields.MAIL_WORD, FieldKind.EMAILS, "LyTang88@fpt.com"))
                .containsExactlyInAnyOrder("lytang88", "fpt", "com");
    }

    @Test
    void keysMeanExactlyOneRecord() {
        assertThat(terms(Fields.KEYS, "KH-7", SearchTerms::key)).containsExactly("kh-7");
        assertThat(other(Fields.KEYS, FieldKind.PHONES, "+84 903 123 456"))
                .contains("84903123456", "0903123456", "903123456");
    }
}
