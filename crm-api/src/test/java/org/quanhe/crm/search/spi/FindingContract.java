package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Highlight;
import org.quanhe.crm.search.SearchAnswer.Hit;

/** What every search backend promises of the search box. */
abstract class FindingContract extends SearchBackendFixture {
    @Test
    void namesAreFoundWithAndWithoutAccents() {
        long now = put(customer(1, "Nguyễn Thị Ánh"), customer(2, "Đặng Văn Khoa"));
        assertThat(found("nguyen thi anh", now)).containsExactly(1L);
        assertThat(found("NGUYỄN thị", now)).containsExactly(1L);
        assertThat(found("dang", now)).containsExactly(2L);
        assertThat(found("đăng", now)).containsExactly(2L);
    }

    @Test
    void toneMarksMayStandOnEitherVowelAndApart() {
        long now = put(customer(1, "Nguyễn Hoà"), customer(2, Normalizer.normalize("Trần Thuý", Normalizer.Form.NFD)));
        assertThat(found("hòa", now)).containsExactly(1L);
        assertThat(found("hoà", now)).containsExactly(1L);
        assertThat(found("thúy", now)).containsExactly(2L);
        assertThat(found(Normalizer.normalize("Nguyễn Hòa", Normalizer.Form.NFD), now))
                .containsExactly(1L);
    }

    @Test
    void sameAccentsRankFirst() {
        long now = put(customer(1, "Trần Thị Hạnh"), customer(2, "Trần Thị Hành"), customer(3, "Trần Thị Hanh"));
        assertThat(found("trần thị hành", now)).startsWith(2L).hasSize(3);
        assertThat(found("tran thi hạnh", now)).startsWith(1L).hasSize(3);
    }

    @Test
    void everyWordMayBeABeginningInAnyOrder() {
        long now = put(customer(1, "Nguyễn Văn Quốc"), customer(2, "Nguyễn Văn An"));
        assertThat(found("ng v quo", now)).containsExactly(1L);
        assertThat(found("quoc nguyen", now)).containsExactly(1L);
    }

    @Test
    void titleOutranksOtherFields() {
        long now = put(
                customer(1, "Lê Anna", "addresses", List.of(address("12 Nguyễn Trãi", "Huế"))),
                customer(2, "Nguyễn Bình"));
        assertThat(found("nguyen", now)).containsExactly(2L, 1L);
    }

    private static PostalAddress address(String street, String city) {
        return new PostalAddress("work", street, city, "", "VN", true);
    }

    @Test
    void wordsMayComeFromSeveralFields() {
        long now = put(
                customer(1, "Lê Anna", "notes", "Quan tâm điều hoà, gọi lại", "company", "Công ty TNHH Tân An"),
                customer(2, "Trần Anna", "company", "Minh Long"));
        assertThat(found("dieu hoa le", now)).containsExactly(1L);
        assertThat(found("anna tan an", now)).containsExactly(1L);
    }

    @Test
    void phonesAreFoundInEveryNotation() {
        long now = put(
                customer(1, "Anna", "phones", points("0903 123 456")),
                customer(2, "Berta", "phones", points("+86 138-1234-5678")));
        assertThat(found("+84 903 123 456", now)).containsExactly(1L);
        assertThat(found("0084903123456", now)).containsExactly(1L);
        assertThat(found("0903.123.456", now)).containsExactly(1L);
        assertThat(found("3456", now)).containsExactly(1L);
        assertThat(found("03123", now)).containsExactly(1L);
        assertThat(found("13812345678", now)).containsExactly(2L);
        assertThat(found("1381 234", now)).containsExactly(2L);
        assertThat(found("9999", now)).isEmpty();
    }

    @Test
    void mailIsFoundWholeByPartAndByDomain() {
        long now = put(
                customer(1, "Anna", "emails", points("lytang1988@FPT.com")),
                customer(2, "Berta", "emails", points("b.wright59@outlook.com")));
        assertThat(found("lytang1988@fpt.com", now)).containsExactly(1L);
        assertThat(found("@fpt.com", now)).containsExactly(1L);
        assertThat(found("ytang1988", now)).containsExactly(1L);
        assertThat(found("wright59", now)).containsExactly(2L);
        assertThat(found("b.wright59@out", now)).containsExactly(2L);
    }

    @Test
    void chineseIsFoundInBothScriptsAndByPart() {
        long now = put(customer(1, "张伟"), customer(2, "張偉明"), customer(3, "李明", "company", "上海龍興星信息技術集團有限公司"));
        assertThat(found("张伟", now)).containsExactly(1L, 2L);
        assertThat(found("張偉", now)).containsExactly(1L, 2L);
        assertThat(found("伟明", now)).containsExactly(2L);
        assertThat(found("龙兴星", now)).containsExactly(3L);
    }

    @Test
    void chineseNamesAreFoundByPinyinAndInitials() {
        long now = put(customer(1, "张伟"), customer(2, "曾小明"));
        assertThat(found("zhangwei", now)).containsExactly(1L);
        assertThat(found("wei zhang", now)).containsExactly(1L);
        assertThat(found("zw", now)).containsExactly(1L);
        assertThat(found("zeng xiaoming", now)).containsExactly(2L);
        assertThat(found("zxm", now)).containsExactly(2L);
    }

    @Test
    void typingMistakeStillFinds() {
        long now = put(customer(1, "Nguyễn Phương"), customer(2, "Lê Bình", "company", "Microsoft"));
        assertThat(found("nguyn phuonng", now)).containsExactly(1L);
        assertThat(found("micorsoft", now)).containsExactly(2L);
    }

    @Test
    void keysOutrankEverything() {
        long now = put(customer(1, "KH-7 KH-7"), customer(2, "Anna", "externalId", "KH-7"));
        assertThat(found("kh-7", now)).containsExactly(2L, 1L);
    }

    @Test
    void rightsDecideWhatIsFoundCountedAndShown() {
        long now = put(
                customer(1, "Anna One", "owner", user(7), "stage", "lead", "tags", List.of("vip", "hot")),
                customer(2, "Anna Two", "owner", user(8), "stage", "won", "tags", List.of("secret")),
                activity(3, "Anna called", "owner", user(7)));
        SearchAnswer answer = search("anna", Map.of(CUSTOMERS, Filter.eq("owner", 7L)), now, "stage", "owner", "tags");
        assertThat(ids(answer)).containsExactly(1L);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.exact()).isTrue();
        assertThat(answer.facets())
                .containsEntry("type", List.of(new FacetValue(CUSTOMERS, 1)))
                .containsEntry("stage", List.of(new FacetValue("lead", 1)))
                .containsEntry("owner", List.of(new FacetValue("7", 1)))
                .containsEntry("tags", List.of(new FacetValue("hot", 1), new FacetValue("vip", 1)));
    }

    private static RecordRef user(long id) {
        return new RecordRef("users", id);
    }

    @Test
    void typeOutsideTheScopesIsNeverFound() {
        long now = put(customer(1, "Anna"), activity(2, "Anna called"));
        assertThat(ids(search("anna", Map.of(ACTIVITIES, Filter.ALL), now))).containsExactly(2L);
        assertThat(ids(search("anna", Map.of(), now))).isEmpty();
        assertThat(ids(search("anna", Map.of(CUSTOMERS, Filter.NONE), now))).isEmpty();
    }

    @Test
    void facetsCountEveryHitOfEveryType() {
        long now = put(customer(1, "Anna", "stage", "lead"), customer(2, "Anna", "stage", "lead"), activity(3, "Anna"));
        SearchAnswer answer = search("anna", Map.of(CUSTOMERS, Filter.ALL, ACTIVITIES, Filter.ALL), now, "stage");
        assertThat(answer.facets().get("type"))
                .containsExactly(new FacetValue(CUSTOMERS, 2), new FacetValue(ACTIVITIES, 1));
        assertThat(answer.facets().get("stage")).containsExactly(new FacetValue("lead", 2));
    }

    @Test
    void pagesOfHitsHoldEachHitOnce() {
        long now = put(LongStream.rangeClosed(1, 45)
                .mapToObj(i -> customer(i, "Anna " + i))
                .toArray(IndexDocument[]::new));
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            SearchAnswer page = backend.search(
                    new SearchRequest("anna", Map.of(CUSTOMERS, Filter.ALL), List.of(), 20, cursor, now));
            assertThat(page.total()).isEqualTo(45);
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(45);
    }

    @Test
    void cursorOfAnotherSearchIsRefused() {
        long now = put(customer(1, "Anna 1"), customer(2, "Anna 2"));
        String cursor = backend.search(
                        new SearchRequest("anna", Map.of(CUSTOMERS, Filter.ALL), List.of(), 1, null, now))
                .next();
        for (String wrong : new String[] {cursor, "zzz", ""}) {
            assertThatThrownBy(() -> backend.search(
                            new SearchRequest("berta", Map.of(CUSTOMERS, Filter.ALL), List.of(), 1, wrong, now)))
                    .isInstanceOfSatisfying(
                            CrmException.class,
                            refused -> assertThat(refused.text().key()).isEqualTo("search.error.cursor"));
        }
    }

    @Test
    void highlightsMarkTheOriginalSpelling() {
        long now = put(customer(1, "Nguyễn Thị Ánh", "phones", points("0903 123 456")));
        assertThat(marked("thi an", now)).containsExactly("title: Thị Án");
        assertThat(marked("23456", now)).containsExactly("phones: 23 456");
    }

    @Test
    void highlightsOfLongTextsAreSnippets() {
        long now = put(customer(1, "Anna", "notes", "x ".repeat(500) + "Điều hoà" + " y".repeat(500)));
        Highlight highlight = search("dieu", now).hits().get(0).highlights().get(0);
        assertThat(highlight.field()).isEqualTo("notes");
        assertThat(highlight.text()).hasSizeLessThan(200).contains("Điều hoà");
        assertThat(marked("dieu", now)).containsExactly("notes: Điều");
    }

    private List<String> marked(String text, long generation) {
        Hit hit = search(text, generation).hits().get(0);
        return hit.highlights().stream()
                .map(highlight -> highlight.field() + ": "
                        + String.join(
                                " ",
                                highlight.marks().stream()
                                        .map(mark -> highlight.text().substring(mark.start(), mark.end()))
                                        .toList()))
                .toList();
    }

    @Test
    void hitsCarryWhatPreviewsShow() {
        long now = put(customer(1, "Anna", "company", "Tân An", "stage", "lead", "externalId", "KH-1"));
        Hit hit = search("anna", now).hits().get(0);
        assertThat(hit.title()).isEqualTo("Anna");
        assertThat(hit.subtitle()).isEqualTo("subtitle 1");
        assertThat(hit.values())
                .containsEntry("company", "Tân An")
                .containsEntry("stage", "lead")
                .containsEntry("externalId", "KH-1");
    }

    @Test
    void nothingTypedMeansEverythingInScope() {
        long now = put(customer(1, "Anna"), activity(2, "Call"));
        assertThat(found("  ", now)).containsExactlyInAnyOrder(1L, 2L);
    }

    /**
     * Who is called so in the other language was not mistyped: slips come behind, and who is called as typed before.
     */
    @Test
    void aWholeNameInTheOtherLanguageComesBeforeSlips() {
        long now = put(
                customer(1, "Nguyễn Hồng Kỳ"),
                customer(2, "Nguyễn Ngọc Hồng Kỳ Hồ"),
                customer(3, "胡桐琪"),
                customer(4, "Hồ Thu Kỳ Hồng"),
                customer(5, "Hồ Đồng Kỳ"));
        assertThat(found("Hồ Đồng Kỳ", now).subList(0, 1)).containsExactly(5L);
        long then = remove(5, 1);
        assertThat(found("Hồ Đồng Kỳ", then).get(0)).isEqualTo(3L);
        assertThat(found("ho dong ky", then)).contains(3L);
    }

    /** Whose initials are no more than that, in either order, come before those that have them among others. */
    @Test
    void initialsOfAWholeNameComeFirst() {
        long now = put(customer(1, "解天子"), customer(2, "张涛"), customer(3, "田志强"), customer(4, "田志"));
        assertThat(found("tz", now).subList(0, 2)).containsExactlyInAnyOrder(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "a~999999",
                "[[",
                "\"",
                "\\",
                "' or 1=1 --",
                "!!!",
                "\uD800",
                "a\uDC00b",
                "\u202Eanna",
                "😀",
                "\u200B",
                "()&&||",
                "name:anna",
                "@",
                "+",
                "0",
                "\u0000",
                "ﷺ",
                "anna AND NOT"
            })
    void strangeTextGetsAnAnswer(String text) {
        long now = put(customer(1, "Anna"));
        assertThat(search(text, now).total()).isLessThanOrEqualTo(1);
    }

    @Test
    void endlessTextGetsAnAnswer() {
        long now = put(customer(1, "Anna"));
        assertThat(search("anna ".repeat(10_000), now).total()).isLessThanOrEqualTo(1);
        assertThat(search("a".repeat(100_000), now).total()).isZero();
    }

    /** 莫欣 begins like that by sound alone, and in full and initial mixed. */
    @Test
    void companiesThatBeginLikeThatComeBeforeNamesThatSoundLikeThat() {
        long now = put(
                customer(1, "莫欣"),
                customer(2, "Nguyễn Minh My", "company", "Doanh nghiệp tư nhân Moxetex"),
                customer(3, "Moxecorp"),
                customer(4, "Trần Hoà", "company", "Công ty TNHH An Moxetex"));
        assertThat(found("mox", now)).startsWith(3L, 2L).contains(1L, 4L);
        assertThat(found("moxi", now)).startsWith(1L);
    }

    /** A blank may have been forgotten where the two words stand side by side; anywhere in a text they mean nothing. */
    @Test
    void aWordIsTakenForTwoOnlyWhereTheyStandTogether() {
        List<IndexDocument> records = new ArrayList<>(
                List.of(customer(1, "Đoàn Văn Quý"), customer(2, "Donald Novák"), customer(3, "Hoàng Văn Quốc")));
        for (int id = 10; id < 30; id++) {
            records.add(customer(id, "Bùi Quý", "notes", "Đèn năng lượng, cần hoá đơn đỏ"));
        }
        long now = put(records.toArray(IndexDocument[]::new));
        assertThat(found("dona quy", now)).containsExactly(1L);
        assertThat(found("vanquo", now)).contains(3L);
    }
}
