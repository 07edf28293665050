package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.PostalAddress;

/** What people remember of a name is not how it is written: in another language, script or form, or with slips. */
abstract class RememberingContract extends CallingContract {
    @ParameterizedTest
    @ValueSource(strings = {"nguyen thi anh", "Nguyễn Thị Anh", "阮氏英", "ruanshiying", "rsy", "nguyen thi a"})
    void vietnameseNameInCharactersIsFoundByEitherReading(String typed) {
        long now = put(customer(1, "阮氏英"), customer(2, "Trần Văn Bình"), customer(3, "王伟"));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen thi anh", "Nguyễn Thị Ánh", "阮氏英", "ruanshiying", "rsy"})
    void vietnameseNameIsFoundByItsCharactersAndTheirSound(String typed) {
        long now = put(customer(1, "Nguyễn Thị Ánh"), customer(2, "Trần Văn Bình"), customer(3, "王伟"));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @Test
    void nameInTheOtherLanguageComesBehindDirectHits() {
        long now = put(
                customer(1, "阮氏英"),
                customer(2, "Nguyễn Thị Anh"),
                customer(3, "Bình", "notes", "nguyen thi anh"),
                customer(4, "Nguyễn Thị Ánh"));
        assertThat(found("nguyễn thị anh", now)).containsExactly(2L, 4L, 3L, 1L);
        assertThat(found("阮氏英", now).get(0)).isEqualTo(1L);
        assertThat(found("阮氏英", now)).containsExactlyInAnyOrder(1L, 2L, 4L);
    }

    @Test
    void nameInTheOtherLanguageDoesNotKeepASlipFromBeingForgiven() {
        long now = put(
                customer(1, "黎豪"), customer(2, "黎豪明"), customer(3, "黎毫"), customer(4, "黎浩豪"), customer(5, "Lê Haoo"));
        assertThat(found("le hao", now)).contains(5L);
        assertThat(found("le haoo", now)).startsWith(5L);
    }

    @Test
    void marksShowWhatTheOtherLanguageMeans() {
        long now = put(customer(1, "阮氏英"), customer(2, "Nguyễn Thị Ánh"));
        assertThat(search("nguyen anh", now).hits())
                .filteredOn(hit -> hit.ref().id() == 1)
                .singleElement()
                .satisfies(hit -> assertThat(hit.highlights().get(0).marks())
                        .extracting(mark -> "阮氏英".substring(mark.start(), mark.end()))
                        .containsExactly("阮", "英"));
        assertThat(search("阮氏英", now).hits())
                .filteredOn(hit -> hit.ref().id() == 2)
                .singleElement()
                .satisfies(hit -> assertThat(hit.highlights().get(0).text()).isEqualTo("Nguyễn Thị Ánh"));
    }

    @ParameterizedTest
    @CsvSource({
        "cong ty tnhh tan a, Tân Á Co. Ltd",
        "tan a, Công ty TNHH Tân Á",
        "Tân Á JSC, Công ty Cổ phần Tân Á",
        "tân á co. ltd, Công ty TNHH MTV Tân Á",
        "龙兴星有限公司, 上海龍興星信息技術集團有限公司",
        "龍興星股份有限公司, 龙兴星有限公司",
        "micro soft, Microsoft",
        "tanphat, Công ty TNHH Tân Phát"
    })
    void companyIsFoundWhateverItsLegalForm(String typed, String company) {
        long now = put(
                customer(1, "Anna", "company", company),
                customer(2, "Berta", "company", "Công ty TNHH Minh Long"),
                customer(3, "Chi", "company", "北京瑞智有限公司"));
        assertThat(found(typed, now)).containsExactly(1L);
        assertThat(found(typed, put(customer(1, company)))).containsExactly(1L);
    }

    @Test
    void legalFormAloneIsAWordAsAnyOther() {
        long now =
                put(customer(1, "Anna", "company", "Công ty TNHH Minh Long"), customer(2, "Berta", "company", "IYF"));
        assertThat(found("cong ty tnhh", now)).containsExactly(1L);
        assertThat(found("có phan", put(customer(3, "Phan Có"))).get(0)).isEqualTo(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nguyen thu vit",
                "nguyen thu vieet",
                "nguyen thu ivet",
                "nguyen thu viwt",
                "guyen thu viet",
                "gnuyen thu viet",
                "mguyen thu viet",
                "nguyne thu veit"
            })
    void slipInAnyLetterIsForgiven(String typed) {
        long now = put(customer(1, "Nguyễn Thu Việt"), customer(2, "Trần Văn Bình"), customer(3, "Lê Thu Hà"));
        assertThat(found(typed, now).get(0)).isEqualTo(1L);
    }

    @Test
    void slipThatMakesAnotherWordIsForgivenWhereWordsStandTogether() {
        long now = put(
                customer(1, "Mai Thành"),
                customer(2, "Mai Văn Thành"),
                customer(3, "Mai", "notes", "hang tanh hoi"),
                customer(4, "Lan", "notes", "mai goi lai, tanh"),
                customer(5, "Mai Hoa", "notes", "da tanh mua"));
        assertThat(found("mai tanh", now))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L)
                .startsWith(1L, 2L);
        // what stands beside each other as it was typed needs no other reading
        assertThat(found("tanh hoi mai", now)).containsExactly(3L);
    }

    @Test
    void whereAWordStandsAsTypedNoOtherIsMarkedForIt() {
        long now = put(customer(1, "Nguyễn Thị Thử"));
        assertThat(search("ngueyn thi", now).hits()).singleElement().satisfies(hit -> assertThat(
                        hit.highlights().get(0).marks())
                .extracting(mark -> hit.title().substring(mark.start(), mark.end()))
                .containsExactly("Nguyễn", "Thị"));
    }

    @Test
    void legalFormOfACompanyIsNoPartOfAName() {
        long now = put(
                customer(1, "Minh", "company", "Công ty Cổ phần Lộc Vinh"),
                customer(2, "Phan Thùy Lộc"),
                customer(3, "Hộ kinh doanh Cường Quang"),
                customer(4, "Hồ Thị Quang Cường"));
        assertThat(found("phan loc", now)).containsExactly(2L);
        assertThat(found("ho cuong", now)).containsExactly(4L);
        assertThat(found("cong ty co phan loc vinh", now)).containsExactly(1L);
    }

    @Test
    void eachTypedWordWantsAWordOfItsOwn() {
        long now = put(
                customer(1, "An", "company", "Công ty TNHH Hồng Hồng"),
                customer(2, "Bình", "company", "Công ty TNHH Hồng"),
                customer(3, "Trần Thanh Cường", "company", "Thịnh"),
                customer(4, "Lê Thanh Thảo", "company", "Dũng"));
        assertThat(found("hong hong", now).get(0)).isEqualTo(1L);
        assertThat(found("thanh th", now).get(0)).isEqualTo(4L);
    }

    @Test
    void nameWithSomethingThatStandsTogetherComesFirst() {
        long now = put(
                customer(1, "Hàng Văn Nâng", "notes", "xe giam gia"),
                customer(2, "Lê Thu Lan", "notes", "xin giam gia xe nang hang"),
                customer(3, "Lan Nâng", "company", "Hàng Xe"));
        assertThat(found("lan xe nang hang", now).get(0)).isEqualTo(2L);
        assertThat(found("giam gia xe nang hang lan", now).get(0)).isEqualTo(2L);
    }

    @ParameterizedTest
    @CsvSource({"cwf, 陈文福, 曾文芳", "zwf, 曾文芳, 王福文"})
    void initialsOfTheUsualReadingComeFirst(String typed, String meant, String other) {
        long now = put(customer(1, other), customer(2, meant));
        assertThat(found(typed, now).get(0)).isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12123948123", "2123948123", "12123948", "(212) 394-8123", "948123"})
    void numberThatMayBelongToTwoCountriesIsFoundAsBoth(String typed) {
        long now = put(customer(1, "Anna", "phones", List.of(new ContactPoint("mobile", "(212) 394-8123", true))));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @Test
    void placesAreFoundWrittenTogetherOrApart() {
        long now = put(
                customer(1, "An", "addresses", List.of(address("12 Lý Thường Kiệt", "Hà Nội"))),
                customer(2, "Bình", "addresses", List.of(address("1 Main Street", "Danang"))));
        assertThat(found("an hanoi", now)).containsExactly(1L);
        assertThat(found("hanoi", now)).containsExactly(1L);
        assertThat(found("da nang binh", now)).containsExactly(2L);
    }

    private static PostalAddress address(String street, String city) {
        return new PostalAddress("work", street, city, "", "", true);
    }
}
