package org.quanhe.crm.messages.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.messages.MailView.State;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

class MailTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final LocalizedMessage WHY = LocalizedMessage.of("messages.error.refused", "451 busy");

    private final Mail mail = new Mail(MessageKind.MAIL, "an@example.vn", Language.VI, "Chào", "Chào", "test", NOON);

    @Test
    void pausesGrowThreefoldAndTheNinthTryIsTheLast() {
        Duration pause = Duration.ofSeconds(10);
        for (int i = 1; i < Mail.MOST_ATTEMPTS; i++) {
            mail.claim(NOON);
            mail.failed(WHY, false, NOON);
            assertThat(mail.view().nextAt()).isEqualTo(NOON.plus(pause));
            pause = pause.multipliedBy(3);
        }
        mail.claim(NOON);
        mail.failed(WHY, false, NOON);
        assertThat(mail.state()).isEqualTo(State.FAILED);
        assertThat(Objects.requireNonNull(mail.view().reason()).args()).containsExactly("451 busy");
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        mail.claim(NOON);
        mail.failed(WHY, true, NOON);
        assertThat(mail.state()).isEqualTo(State.FAILED);
        assertThat(mail.due(NOON.plusSeconds(1_000_000))).isFalse();
    }

    @Test
    void inDoubtMeansNotAgainByItselfButALateAnswerCounts() {
        mail.claim(NOON);
        mail.doubt(WHY);
        assertThat(mail.due(NOON.plusSeconds(1_000_000))).isFalse();
        mail.sent(NOON);
        assertThat(mail.state()).isEqualTo(State.SENT);
        assertThat(mail.view().reason()).isNull();
    }

    @Test
    void whatWasSentIsNeitherSentNorDiscardedAgain() {
        mail.claim(NOON);
        mail.sent(NOON);
        assertThatThrownBy(() -> mail.send(NOON)).isInstanceOf(CrmException.class);
        assertThatThrownBy(mail::discard).isInstanceOf(CrmException.class);
        assertThatThrownBy(() -> mail.claim(NOON)).isInstanceOf(CrmException.class);
    }
}
