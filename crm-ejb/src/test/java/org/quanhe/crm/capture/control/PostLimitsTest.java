package org.quanhe.crm.capture.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.settings.CrmSettings;

/** How often strangers may send something. */
class PostLimitsTest {
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final PostLimits limits = new PostLimits(() -> now);

    private int sent(String what, String address, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += limits.secondsToWait(what, address) == 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void oneAddressHasItsShareOfAMinuteAndOthersHaveTheirs() {
        assertThat(sent("contact", "10.0.0.1", 1_000)).isEqualTo(20);
        assertThat(limits.secondsToWait("contact", "10.0.0.1")).isBetween(1, 61);
        assertThat(sent("contact", "10.0.0.2", 20)).isEqualTo(20);
        assertThat(sent("other", "10.0.0.1", 20)).isEqualTo(20);
        now = now.plusSeconds(60);
        assertThat(sent("contact", "10.0.0.1", 30)).isEqualTo(20);
    }

    @Test
    void allAddressesTogetherHaveAnEnd() {
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            taken += sent("contact", "10.0." + i / 250 + "." + i % 250, 1);
        }
        assertThat(taken).isEqualTo(600);
    }

    @Test
    void aHouseholdOfTheNewNetworkIsOneAddress() {
        assertThat(PostLimits.network("2001:db8:1:2:3:4:5:6")).isEqualTo(PostLimits.network("2001:db8:1:2:aaaa::1"));
        assertThat(PostLimits.network("192.168.1.7")).isEqualTo("192.168.1.7");
        assertThat(PostLimits.network("::ffff:192.168.1.7")).isEqualTo("::ffff:192.168.1.7");
    }

    @Test
    void whatProxiesSayCountsOnlyWhereThereAreSome() {
        assertThat(PostLimits.visitor("10.0.0.1", "1.2.3.4, 5.6.7.8")).isEqualTo("10.0.0.1");
        System.setProperty(CrmSettings.PROXY_HOPS.key(), "1");
        try {
            assertThat(PostLimits.visitor("10.0.0.1", "1.2.3.4, 5.6.7.8")).isEqualTo("5.6.7.8");
            assertThat(PostLimits.visitor("10.0.0.1", "")).isEqualTo("10.0.0.1");
        } finally {
            System.clearProperty(CrmSettings.PROXY_HOPS.key());
        }
    }
}
