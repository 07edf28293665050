package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** Documents told apart in words. */
class DocumentDifferenceTest {
    private static List<String> told(String before, String after, Language reader) {
        return DocumentDifference.between(read(before), read(after)).stream()
                .map(line -> line.in(reader))
                .toList();
    }

    private static Map<String, Object> read(String document) {
        return JsonText.readMap(document.replace('\'', '"'));
    }

    @Test
    void placesAreTold() {
        assertThat(told(
                        "{'active':false,'actions':[{'do':'assign','team':{'record':'teams','name':'A'}}]}",
                        "{'actions':[{'do':'assign','team':{'record':'teams','name':'B'}},{'do':'wait','minutes':5}]}",
                        Language.EN))
                .containsExactly(
                        "Switched on: No → nothing",
                        "Step 1 › Team: A → B",
                        "Step 2: nothing → {\"do\":\"wait\",\"minutes\":5}");
        assertThat(told("{'steps':[{'next':['a']}]}", "{'steps':[{'next':['b']}]}", Language.VI))
                .containsExactly("Bước 1 › Tiếp theo: [\"a\"] → [\"b\"]");
    }

    @Test
    void whatIsLongIsCutAndWhatIsUnknownHasItsName() {
        List<String> told = told("{'colour':'red'}", "{'colour':'" + "x".repeat(5_000) + "'}", Language.ZH_TW);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("colour：red → xxx").hasSizeLessThan(300);
    }

    @Property(tries = 100)
    void onlyWhatDiffersIsTold(
            @ForAll @Size(max = 6) Map<@AlphaChars @NotEmpty String, String> before,
            @ForAll @Size(max = 6) Map<@AlphaChars @NotEmpty String, String> after) {
        assertThat(DocumentDifference.between(before, before)).isEmpty();
        List<LocalizedMessage> lines = DocumentDifference.between(before, after);
        assertThat(lines.isEmpty()).isEqualTo(before.equals(after));
    }
}
