package org.quanhe.crm.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls to other systems may go as long as the operator has not allowed more. */
class OutgoingAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST:8080/x",
                "http://127.0.0.1/",
                "http://127.9.9.9/",
                "http://0.0.0.0/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "ftp://example.vn/",
                "https://me:secret@example.vn/",
                "https:///path",
                "example.vn",
                "http://example.vn/ x",
            })
    void whatIsHereOrIsNoAddressIsRefused(String address) {
        assertThat(OutgoingAddress.wrong(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.vn/in",
                "http://10.1.2.3:8080/in?x=1",
                "http://192.168.1.9/",
                "https://[2001:db8::1]/"
            })
    void othersAreNot(String address) {
        assertThat(OutgoingAddress.wrong(address)).isEmpty();
    }

    @Test
    void aNameIsHeldAgainstWhereItLeads() throws UnknownHostException {
        assertThat(OutgoingAddress.closed(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(OutgoingAddress.refusal(URI.create("http://localhost:1/"))).isPresent();
    }
}
