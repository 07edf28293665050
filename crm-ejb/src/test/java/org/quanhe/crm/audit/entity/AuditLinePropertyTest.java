package org.quanhe.crm.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** A line tells in each language what its reason told when it was written. */
class AuditLinePropertyTest {
    @Provide
    Arbitrary<LocalizedMessage> reasons() {
        Arbitrary<String> words = Arbitraries.of("", "Lắp đặt", "安装", "{0}", "'", "\"", "a\\n\tb", "[\"x\"]", "null");
        Arbitrary<LocalizedMessage> names =
                words.list().ofSize(Language.values().length).map(LocalizedMessage::named);
        Arbitrary<LocalizedMessage> moves =
                names.list().ofSize(3).map(three -> LocalizedMessage.of("processes.told.moved", three.toArray()));
        Arbitrary<LocalizedMessage> stops =
                words.map(why -> LocalizedMessage.of("processes.told.stopped", LocalizedMessage.verbatim(why), why));
        return Arbitraries.oneOf(words.map(LocalizedMessage::verbatim), names, moves, stops);
    }

    @Property
    void tellsWhatItWasTold(@ForAll("reasons") LocalizedMessage why) {
        AuditLine line = new AuditLine("customers", 7, Instant.EPOCH, 1, "processStep", "[]", why, "");
        for (Language language : Language.values()) {
            assertThat(line.why().in(language)).isEqualTo(why.in(language));
        }
    }

    @Property
    void whatWasWrittenIsTheSameForEverybody(@ForAll String why) {
        assertThat(LocalizedMessage.verbatim(why).asWritten()).contains(why);
        assertThat(List.of(Language.values()))
                .allSatisfy(language ->
                        assertThat(LocalizedMessage.verbatim(why).in(language)).isEqualTo(why));
    }
}
