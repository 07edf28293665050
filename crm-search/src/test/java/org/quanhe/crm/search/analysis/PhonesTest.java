package org.quanhe.crm.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which countries a number without one may belong to. */
class PhonesTest {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @Test
    void aMobileOfChinaIsFoundInEveryNotation() {
        assertThat(Phones.forms("138 0013 8000")).contains("13800138000", "8613800138000");
        assertThat(Phones.forms("1 212 394 8123")).contains("12123948123", "2123948123");
    }

    @Test
    void elevenDigitsThatBeginWithAOneAreNumbersNowhereElse() {
        List<String> asked = Phones.regions("13800138000");
        for (int behind = 0; behind < 10_000; behind++) {
            String digits = String.format(Locale.ROOT, "1%04d%06d", behind, behind * 7_919L % 1_000_000);
            for (String region : Phones.regions("0903123456")) {
                assertThat(asked.contains(region) || !valid(digits, region))
                        .as("%s in %s", digits, region)
                        .isTrue();
            }
        }
    }

    private static boolean valid(String digits, String region) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(digits, region));
        } catch (NumberParseException noNumber) {
            return false;
        }
    }
}
