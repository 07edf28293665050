package org.quanhe.crm.messages.control.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.control.MailSteps.Claimed;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.platform.Language;

/** How gateways want their texts, by the setting alone. */
class TextGatewayTest {
    private static final String SAYS = "Chào \"Hoà\"\n1 & 2 = {token}";

    private static TextGateway gateway(String body, String taken) {
        return new TextGateway(URI.create("https://sms.example.vn/send"), "X-Key", "bí&mật", body, taken, "bí&mật");
    }

    private static Claimed text(String number) {
        return new Claimed(
                new MailView(
                        1,
                        MessageKind.SHORT_TEXT,
                        MailView.State.SENDING,
                        number,
                        "",
                        SAYS,
                        Language.VI,
                        null,
                        "",
                        Instant.EPOCH,
                        null,
                        null,
                        1,
                        null),
                "7f3c",
                null);
    }

    @Test
    void jsonWithQuotesAndLineBreaksStaysJson() throws Refusal {
        String body = "{\"Phone\":\"{digits}\",\"Content\":\"{text}\",\"RequestId\":\"{id}\",\"SmsType\":2}";
        assertThat(gateway(body, "").content(text("+84903123456")))
                .isEqualTo("{\"Phone\":\"84903123456\",\"Content\":\"Chào \\\"Hoà\\\"\\n1 & 2 = {token}\","
                        + "\"RequestId\":\"7f3c\",\"SmsType\":2}");
    }

    @Test
    void aFormIsEncodedAndAWordOfTheTextIsNoPlace() throws Refusal {
        assertThat(gateway("pwd={token}&phone={national}&sms={text}", "").content(text("+84903123456")))
                .isEqualTo("pwd=b%C3%AD%26m%E1%BA%ADt&phone=0903123456"
                        + "&sms=Ch%C3%A0o+%22Ho%C3%A0%22%0A1+%26+2+%3D+%7Btoken%7D");
    }

    @Test
    void aChineseNumberIsCalledWithoutAZero() throws Refusal {
        assertThat(gateway("mobile={national}", "").content(text("+8613800138000")))
                .isEqualTo("mobile=13800138000");
    }

    @Test
    void whatIsNoJsonIsTheFaultOfTheSetting() {
        assertThatThrownBy(() ->
                        gateway("{\"ApiKey\":\"k-123\",\"to\":{number}", "").content(text("+84903123456")))
                .isInstanceOf(Refusal.class)
                .satisfies(thrown -> assertThat(((Refusal) thrown).text().in(Language.EN))
                        .contains("CRM_TEXT_BODY")
                        .doesNotContain("k-123"));
    }

    @Test
    void anAnswerOfSuccessMayStillSayNo() {
        TextGateway told = gateway("", "\"CodeResult\": \"100\"");
        assertThat(told.took("{ \"CodeResult\" : \"100\", \"SMSID\":\"a\" }")).isTrue();
        assertThat(told.took("{\"CodeResult\":\"99\"}")).isFalse();
        assertThat(gateway("", "").took("")).isTrue();
    }

    @Test
    void theSecretIsNotTold() {
        assertThat(gateway("", "").told("wrong key\r\n bí&mật ")).isEqualTo("wrong key •••");
    }
}
