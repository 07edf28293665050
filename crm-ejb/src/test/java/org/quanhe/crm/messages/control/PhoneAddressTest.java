package org.quanhe.crm.messages.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;

class PhoneAddressTest {
    @ParameterizedTest
    @CsvSource({
        "0903 123 456,+84903123456,0903123456",
        "(+84) 903.123.456,+84903123456,0903123456",
        "+86 138-0013-8000,+8613800138000,13800138000",
        "+886 912 345 678,+886912345678,0912345678"
    })
    void numbersAreReadAsPeopleWriteThem(String written, String number, String national) {
        assertThat(PhoneAddress.of(written)).isEqualTo(new PhoneAddress(number, national));
    }

    @Test
    void digitsAreTheNumberWithoutItsSign() {
        assertThat(PhoneAddress.of("0903123456").digits()).isEqualTo("84903123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "an@example.vn", "0903 123"})
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> PhoneAddress.of(written)).isInstanceOf(CrmException.class);
    }
}
