package org.quanhe.crm.capture.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.records.ContactPoint;

/** By what people are known again. */
class PersonKeysTest {
    private static Set<String> named(String name, String company) {
        return PersonKeys.of("", "", name, company);
    }

    @ParameterizedTest
    @CsvSource({
        "Đặng Thị Ánh, Công ty Gỗ, dang thi anh, CONG TY GO, true",
        "張偉, 恒達機電, 张伟, 恒达机电, true",
        "张伟, 恒达机电, Zhang Wei, Heng Da Ji Dian, true",
        "张伟, 恒达机电, zhangwei, hengda jidian, true",
        "Zhang Wei, ACME, Zhang Wen, ACME, false",
        "Zhang Wei, ACME, Zhang Wei, Other, false"
    })
    void nameAndCompanyHaveOneKeyInEverySpelling(
            String name, String company, String otherName, String otherCompany, boolean same) {
        assertThat(named(name, company).equals(named(otherName, otherCompany))).isEqualTo(same);
    }

    @Test
    void withinOneScriptTheLettersDecide() {
        assertThat(PersonKeys.sameName("張偉", "张伟")).isTrue();
        assertThat(PersonKeys.sameName("章伟", "张伟")).isFalse();
        assertThat(PersonKeys.sameName("张伟", "Zhang Wei")).isTrue();
    }

    @Test
    void numbersAreTheSameByTheirEndAndMailsWithoutCase() {
        assertThat(PersonKeys.of("+84 903 111 222", "An@Example.VN", "", ""))
                .isEqualTo(PersonKeys.of("0903.111.222", " an@example.vn", "", ""));
        assertThat(PersonKeys.of("113", "", "", "")).as("anybody's number").isEmpty();
        assertThat(named("Nguyễn Văn A", "")).as("a name alone is nobody").isEmpty();
    }

    @Test
    void aRecordIsKnownByEveryNumberThatItHas() {
        Map<String, Object> values = Map.of(
                "phones",
                List.of(new ContactPoint("work", "0903111222", true), new ContactPoint("home", "0283999888", false)),
                "emails",
                List.of(new ContactPoint("work", "x".repeat(200) + "@example.vn", true)));
        assertThat(PersonKeys.of(values)).hasSize(3).allMatch(key -> key.length() <= 80);
    }
}
