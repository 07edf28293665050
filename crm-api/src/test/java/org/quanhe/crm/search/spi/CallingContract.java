package org.quanhe.crm.search.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.search.SearchAnswer.Highlight;

/** People and places are found by what they are called in talk, which is more, or other, than what is written down. */
abstract class CallingContract extends FindingContract {
    private static PostalAddress address(String street, String city) {
        return new PostalAddress("work", street, city, "", "VN", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mr wright", "Dr. Wright", "Mrs Patricia Wright", "ms wri"})
    void whoIsCalledMrOrMrsIsFoundWithout(String typed) {
        long now = put(customer(1, "Patricia Wright"), customer(2, "Anna Drake", "notes", "mr msn mrs"));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chị Lan Hải Phòng", "Bà Lan", "cô lan", "chi lan hai phong", "ba lan", "anh Hoàng Lan"})
    void vietnameseFormsOfAddressNeedNotBeWritten(String typed) {
        long now = put(
                customer(1, "Hoàng Thị Lan", "addresses", List.of(address("12 Lê Lợi", "Hải Phòng"))),
                customer(2, "Trần Đức Hùng"));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @Test
    void whoHasTheFormOfAddressInTheNameComesFirst() {
        long now = put(customer(1, "Trần Văn Nam"), customer(2, "Nguyễn Anh Nam"), customer(3, "Phạm Thị Hoa"));
        assertThat(found("anh nam", now)).startsWith(2L).doesNotContain(3L);
        assertThat(found("anh", now)).containsExactly(2L);
    }

    @Test
    void streetsThatBeginLikeAFormOfAddressComeBeforeNames() {
        long now = put(
                customer(1, "Triệu Thị Hà", "addresses", List.of(address("267 Thành Thái", "Hà Nội"))),
                customer(2, "Anna", "addresses", List.of(address("267 Bà Triệu", "Hà Nội"))));
        assertThat(found("Bà Triệu Hà Nội", now)).startsWith(2L);
    }

    /** Bắc is a name and not bác, as nobody is found who is called so. */
    @Test
    void aFormOfAddressMayBePartOfANameWithASlip() {
        long now = put(
                customer(1, "Hà Hùng"),
                customer(2, "Anna", "company", "Công ty TNHH Bắc Hà Hưng"),
                customer(3, "Hà Thị Hồng"));
        assertThat(found("bac ha hng", now)).startsWith(2L).doesNotContain(1L, 3L);
    }

    @Test
    void aNameOfFormsOfAddressAloneIsAName() {
        long now =
                put(customer(1, "Anh Em"), customer(2, "Công ty TNHH Dương Dương"), customer(3, "Công ty TNHH Tân Á"));
        assertThat(found("anh em", now)).containsExactly(1L);
        assertThat(found("cty tnhh duong duong", now)).containsExactly(2L);
        assertThat(found("công ty tnhh", now)).contains(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王先生", "王總", "王经理", "老王", "小王", "王先生 上海", "wang xiansheng", "wang zong"})
    void chineseFormsOfAddressFollowTheFamilyName(String typed) {
        long now = put(
                customer(1, "王偉明", "addresses", List.of(address("南京西路435号", "上海"))),
                customer(2, "李国王", "addresses", List.of(address("南京西路12号", "上海"))),
                customer(3, "陈先", "notes", "生总经理"));
        assertThat(found(typed, now)).startsWith(1L).doesNotContain(3L);
    }

    @Test
    void chineseFormsOfAddressFollowWholeNamesAndFamilyNamesOfTwoAsWell() {
        long now = put(customer(1, "王伟"), customer(2, "王芳"), customer(3, "欧阳娜"), customer(4, "欧娜"));
        assertThat(found("王伟先生", now)).containsExactly(1L);
        assertThat(found("王芳女士", now)).containsExactly(2L);
        assertThat(found("歐陽小姐", now)).containsExactly(3L);
    }

    @Test
    void formsOfAddressAreMarkedInNothing() {
        long now = put(customer(1, "王伟"));
        assertThat(search("王先生", now).hits().get(0).highlights())
                .extracting(Highlight::text)
                .containsExactly("王伟");
    }

    @Test
    void familyNamesComeBeforeOtherCharacters() {
        long now = put(customer(1, "李王"), customer(2, "王小明天"), customer(3, "王丽丽"));
        assertThat(found("王", now)).endsWith(1L).hasSize(3);
        assertThat(found("wang", now)).endsWith(1L).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Hồ Chí Minh, sài gòn",
        "TP.HCM, ho chi minh",
        "TP. Hồ Chí Minh, tphcm",
        "Sài Gòn, hcm",
        "TPHCM, 胡志明",
        "Thành phố Hồ Chí Minh, saigon",
        "Hà Nội, 河内",
        "Hà Nội, hn",
        "Hanoi, hà nội",
        "北京市, beijing",
        "北京, bắc kinh",
        "Beijing, 北京",
        "廣州, guangzhou",
        "重庆市, chongqing",
        "深圳, tham quyen",
        "台北, taipei",
        "臺北, 台北",
        "Hong Kong, 香港",
        "香港, hong kong",
        "厦门, xiamen",
        "Đà Nẵng, 岘港"
    })
    void placesAreFoundByAnyOfTheirNames(String written, String typed) {
        long now = put(
                customer(1, "Anna Le", "addresses", List.of(address("12 Âu Cơ", written))),
                customer(2, "Anna Li", "addresses", List.of(address("12 Âu Cơ", "Cần Thơ"))));
        assertThat(found("anna " + typed, now)).containsExactly(1L);
        assertThat(search("anna " + typed, now).hits().get(0).highlights())
                .as("the place is marked as it is written")
                .anySatisfy(highlight -> {
                    assertThat(highlight.field()).isEqualTo("addresses");
                    assertThat(highlight.marks()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'Phường 12, Quận 3', q3",
        "'Phường 12, Quận 3', Q.3",
        "'Phường 12, Quận 3', p12 q3",
        "'Phường 12, Quận 3', district 3",
        "'Phường 12, Quận 3', ward 12",
        "'P.12, Q.3', quận 3",
        "'P12, Q3', phường 12",
        "'Ward 12, District 3', quan 3"
    })
    void districtsAreWrittenShortAsWell(String written, String typed) {
        long now = put(
                customer(1, "Anna Le", "addresses", List.of(address("8 Âu Cơ, " + written, "Hồ Chí Minh"))),
                customer(2, "Anna Li", "addresses", List.of(address("8 Âu Cơ, Phường 7, Quận 11", "Hồ Chí Minh"))));
        assertThat(found("anna " + typed, now)).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đường lê lợi huế",
                "duong le loi",
                "số 12 lê lợi",
                "no. 12 le loi",
                "le loi street",
                "phố Lê Lợi"
            })
    void theWordForAStreetNeedNotBeWritten(String typed) {
        long now = put(
                customer(1, "Anna", "addresses", List.of(address("12 Lê Lợi", "Huế"))),
                customer(2, "Berta", "addresses", List.of(address("14 Trần Phú", "Vinh"))));
        assertThat(found(typed, now)).containsExactly(1L);
    }

    @Test
    void charactersOfTaiwanThatAreTwoInTheMainlandAreOne() {
        long now = put(customer(1, "Anna", "notes", "暫無回覆，乾燥機"), customer(2, "Berta", "notes", "暂无回复，干燥机"));
        assertThat(found("暂无回复", now)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(found("乾燥機", now)).containsExactlyInAnyOrder(1L, 2L);
    }

    /** Letters without accents say nothing of how the name is spelled: neighbours decide. */
    @Test
    void neighboursComeBeforeNamesWrittenWithoutAccents() {
        long now = put(customer(1, "NGUYEN THI THANH NHUNG"), customer(2, "Nguyễn Thành"), customer(3, "Nguyễn Thạnh"));
        assertThat(found("nguyen tha", now)).endsWith(1L).hasSize(3);
        assertThat(found("nguyen thi thanh nhung", now)).startsWith(1L);
    }

    /** A name that has one of the words does not come before an address that has them all beside each other. */
    @Test
    void anAddressThatHasAllWordsComesBeforeANameThatHasOne() {
        long now = put(
                customer(1, "Trần Anh Bình", "addresses", List.of(address("179 Hai Bà Trưng, Tân Phú", "Huế"))),
                customer(2, "Võ Thị Lam", "addresses", List.of(address("98 Hai Bà Trưng, Tân Bình", "Huế"))));
        assertThat(found("hai ba trung tan binh", now)).startsWith(2L, 1L);
    }

    @Test
    void idsAreFoundHoweverTheirDigitsAreGrouped() {
        long now = put(
                customer(1, "Anna", "externalId", "12057"),
                customer(2, "Berta", "externalId", "12058"),
                customer(3, "Clara", "notes", "HD-12057"));
        assertThat(found("12.057", now)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(found("12 057", now)).containsExactlyInAnyOrder(1L, 3L);
    }
}
