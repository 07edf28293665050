package org.quanhe.crm.automation.control.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void aSignatureIsWhatOthersCompute() {
        // the example of RFC 4231, case 2
        assertThat(Signature.of("what do ya want for nothing?", "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
