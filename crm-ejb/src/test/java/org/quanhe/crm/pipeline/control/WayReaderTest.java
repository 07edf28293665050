package org.quanhe.crm.pipeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;

/** Documents of pipelines. */
class WayReaderTest {
    private static Way read(String document, Set<String> taken) {
        return WayReader.read(JsonText.readMap(document), "", taken, name -> Optional.empty());
    }

    @Test
    void codesAreMadeFromNamesAndNeverTwice() {
        Way way = read(
                "{\"name\":{\"vi\":\"Máy lạnh\"},\"stages\":[{\"name\":{\"en\":\"First talk\"}},"
                        + "{\"name\":{\"en\":\"First talk\"}},{\"name\":{\"zh-CN\":\"报价\"}},"
                        + "{\"name\":{\"en\":\"Lost\"},\"end\":\"lost\"},{\"name\":{\"en\":\"Won\"},\"end\":\"won\"}],"
                        + "\"reasons\":[{\"name\":{\"en\":\"Price\"}}]}",
                Set.of("won"));
        assertThat(way.code()).isEqualTo("may-lanh");
        assertThat(way.stages())
                .extracting(Stage::code)
                .containsExactly("first-talk", "first-talk-2", "stage", "won-2", "lost");
        assertThat(way.stages())
                .extracting(Stage::end)
                .containsExactly(Stage.End.OPEN, Stage.End.OPEN, Stage.End.OPEN, Stage.End.WON, Stage.End.LOST);
        assertThat(way.stages().get(2).name().in(Language.VI)).isEqualTo("报价");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Way way = read(
                "{\"code\":\"a\",\"name\":{\"en\":\"A\"},\"stages\":[{\"code\":\"b\",\"name\":{\"en\":\"B\"},"
                        + "\"probability\":7,\"norm\":9},{\"code\":\"c\",\"name\":{\"en\":\"C\"},\"end\":\"won\"},"
                        + "{\"code\":\"d\",\"name\":{\"en\":\"D\"},\"end\":\"lost\"}],"
                        + "\"reasons\":[{\"code\":\"e\",\"name\":{\"en\":\"E\"}}]}",
                Set.of());
        Map<String, Object> document = JsonText.readMap(JsonText.write(way.document()));
        assertThat(WayReader.read(document, "a", Set.of(), name -> Optional.empty()))
                .isEqualTo(way);
    }
}
