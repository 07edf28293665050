package org.quanhe.crm.messages.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "an@example.vn, an@example.vn",
        "' an.nguyen+crm@Example.VN ', an.nguyen+crm@Example.VN",
        "o'brien@mail-1.example, o'brien@mail-1.example",
        "an@điện.vn, an@xn--in-pma9351a.vn",
    })
    void whatPeopleWriteIsRead(String written, String read) {
        assertThat(MailAddress.of(written).value()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "an",
                "@example.vn",
                "an@",
                "an@-example.vn",
                "an@exa mple.vn",
                "an@example..vn",
                ".an@example.vn",
                "an@example.vn, binh@example.vn",
                "An <an@example.vn>",
                "an@example.vn\r\nBcc: binh@example.vn",
                "an\n@example.vn",
                "\"an b\"@example.vn",
                "an@[127.0.0.1]",
            })
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> MailAddress.of(written))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        refused -> assertThat(refused.text().in(Language.VI)).contains("không phải là địa chỉ thư"));
    }

    @Test
    void lettersThatNoMailServerTakesHaveTheirOwnWords() {
        assertThatThrownBy(() -> MailAddress.of("张伟@example.cn"))
                .isInstanceOfSatisfying(
                        CrmException.class,
                        refused -> assertThat(refused.text().in(Language.ZH_CN)).contains("拉丁字母"));
    }

    @Property
    void whatIsReadHasNeitherLinesNorBlanks(@ForAll String written) {
        try {
            assertThat(MailAddress.of(written).value()).matches("[!-~]+@[!-~]+");
        } catch (CrmException refused) {
            assertThat(refused.text().in(Language.EN)).doesNotContain("\n", "\r");
        }
    }
}
