package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are read in files. */
class StableKeysTest {
    @ParameterizedTest
    @CsvSource({
        "Chào khách mới!,chào-khách-mới",
        "新客户 欢迎,新客户-欢迎",
        "BTU > 24000,btu-24000",
        "***,thing",
    })
    void aKeyIsTheNameInOneWord(String name, String key) {
        assertThat(StableKeys.of(name, "thing", taken -> false)).isEqualTo(key);
    }

    @Property(tries = 200)
    void noTwoAreTheSameWhateverNamesThereAre(@ForAll Set<String> names) {
        Set<String> taken = new HashSet<>();
        names.forEach(name -> {
            String key = StableKeys.of(name, "thing", taken::contains);
            assertThat(key).isNotBlank().hasSizeLessThan(160);
            assertThat(key.codePointCount(0, key.length())).isLessThan(80);
            assertThat(taken.add(key)).isTrue();
        });
    }
}
