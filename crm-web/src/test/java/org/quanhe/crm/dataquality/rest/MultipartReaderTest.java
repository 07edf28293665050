package org.quanhe.crm.dataquality.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanhe.crm.platform.CrmException;

class MultipartReaderTest {
    private static final String TYPE = "multipart/form-data; boundary=\"-x\"";

    @Property(tries = 300)
    void partsComeBackHoweverTheBytesArrive(
            @ForAll("bodies") List<String> bodies, @ForAll @IntRange(min = 1, max = 70_000) int step)
            throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < bodies.size(); i++) {
            form.writeBytes(("---x\r\nContent-Disposition: form-data; name=\"p" + i + "\"; filename=\"tệp \\\"" + i
                            + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + bodies.get(i) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("---x--\r\n".getBytes(StandardCharsets.UTF_8));
        List<String> read = new ArrayList<>();
        MultipartReader reader = new MultipartReader(inSteps(form.toByteArray(), step), TYPE);
        for (Optional<MultipartReader.Part> part = reader.next(); part.isPresent(); part = reader.next()) {
            assertThat(part.get().name()).isEqualTo("p" + read.size());
            assertThat(part.get().fileName()).isEqualTo("tệp \"" + read.size() + ".csv");
            read.add(new String(part.get().body().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(read).isEqualTo(bodies);
    }

    @Example
    void whatIsLeftOfAPartIsPassedOver() throws IOException {
        String form = "---x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "y".repeat(200_000)
                + "\r\n---x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nz\r\n---x--";
        MultipartReader reader = new MultipartReader(inSteps(form.getBytes(StandardCharsets.UTF_8), 9_000), TYPE);
        assertThat(reader.next().orElseThrow().body().read()).isEqualTo('y');
        assertThat(reader.next().orElseThrow().name()).isEqualTo("b");
        assertThat(reader.next()).isEmpty();
    }

    @Example
    void aFileMayHaveAVeryLongName() throws IOException {
        String name = "x".repeat(15_000) + ".csv";
        String form = "---x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\na\r\n---x--\r\n";
        MultipartReader reader = new MultipartReader(inSteps(form.getBytes(StandardCharsets.UTF_8), 1_000), TYPE);
        assertThat(reader.next().orElseThrow().fileName()).isEqualTo(name);
    }

    @Example
    void brokenFormsAreRefused() {
        for (String form : List.of(
                "",
                "nothing",
                "---x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut",
                "---x\r\n" + "h".repeat(99_999))) {
            assertThatThrownBy(() -> {
                        MultipartReader reader =
                                new MultipartReader(inSteps(form.getBytes(StandardCharsets.UTF_8), 1_000), TYPE);
                        reader.next().orElseThrow().body().readAllBytes();
                    })
                    .as(form.substring(0, Math.min(40, form.length())))
                    .isInstanceOf(CrmException.class);
        }
        for (String type : List.of("application/json", "multipart/form-data", "multipart/mixed; boundary=x")) {
            assertThatThrownBy(() -> new MultipartReader(InputStream.nullInputStream(), type))
                    .isInstanceOf(CrmException.class);
        }
    }

    @Provide
    Arbitrary<List<String>> bodies() {
        Arbitrary<String> tricky = Arbitraries.of(
                        "", "\r\n", "\r\n--", "\r\n---", "--", "---x", "Ngọc", "\r", "\n", "a,b\r\n1,2")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.contains("\r\n---x"));
        Arbitrary<String> large = Arbitraries.integers()
                .between(65_000, 140_000)
                .map("y\r\n-"::repeat)
                .map(text -> text.substring(0, text.length() / 4));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, tricky), net.jqwik.api.Tuple.of(1, large))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** A network gives no more than so many bytes at once. */
    private static InputStream inSteps(byte[] bytes, int step) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return super.read(buffer, from, Math.min(length, step));
            }
        };
    }
}
