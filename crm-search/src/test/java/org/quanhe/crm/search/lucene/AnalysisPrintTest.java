package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanhe.crm.search.spi.IndexDocument;

/** The fingerprint follows the analysis by itself, and nothing else. */
class AnalysisPrintTest {
    private static final DocumentMapping MAPPING = new DocumentMapping(new Schema(List.of(AnalysisPrint.type())));

    /** Every field that the samples have terms or values in: each chain is among them. */
    static Stream<String> fields() {
        Set<String> names = new HashSet<>();
        AnalysisPrint.samples().forEach(sample -> MAPPING.map(sample).forEach(field -> names.add(field.name())));
        return names.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void changesWithEachChain(String field) {
        assertThat(AnalysisPrint.of(record -> withoutTheLast(field, MAPPING.map(record))))
                .isNotEqualTo(AnalysisPrint.own());
    }

    private static Document withoutTheLast(String name, Document document) {
        List<IndexableField> fields = new ArrayList<>(document.getFields());
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).name().equals(name)) {
                fields.remove(i);
                break;
            }
        }
        Document less = new Document();
        fields.forEach(less::add);
        return less;
    }

    @Test
    void everyFieldOfTheSearchBoxIsAmongThem() {
        assertThat(fields())
                .contains(
                        Fields.TITLE,
                        Fields.TITLE_WORD,
                        Fields.TITLE_EXACT,
                        Fields.TITLE_PREFIX,
                        Fields.TITLE_PINYIN,
                        Fields.OTHER_WORD,
                        Fields.OTHER_PREFIX,
                        Fields.PHONE_TAIL,
                        Fields.PHONE_PREFIX,
                        Fields.MAIL,
                        Fields.KEYS);
    }

    @Test
    void changesWhenATextIsAnalysedInAnotherWay() {
        assertThat(AnalysisPrint.of(record -> MAPPING.map(new IndexDocument(
                        record.ref(),
                        record.version(),
                        record.title().replace('đ', 'd'),
                        record.subtitle(),
                        record.values()))))
                .isNotEqualTo(AnalysisPrint.own());
    }

    @Test
    void staysWithTheSameAnalysis() {
        assertThat(AnalysisPrint.of(MAPPING::map)).isEqualTo(AnalysisPrint.own());
    }

    /** Languages, zones, encodings and hash seeds of a machine are no part of the analysis. */
    @Test
    void isTheSameOnEveryMachine() throws Exception {
        assertThat(elsewhere("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu"))
                .isEqualTo(AnalysisPrint.own());
        assertThat(elsewhere("-Duser.language=zh", "-Dfile.encoding=US-ASCII", "-Duser.timezone=America/Lima"))
                .isEqualTo(AnalysisPrint.own());
    }

    private static String elsewhere(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Elsewhere.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed;
    }

    /** Prints the fingerprint. */
    public static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] nothing) {
            System.out.print(AnalysisPrint.own());
        }
    }
}
