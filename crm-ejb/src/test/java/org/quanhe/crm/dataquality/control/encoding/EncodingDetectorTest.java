package org.quanhe.crm.dataquality.control.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingDetectorTest {
    private static final List<String> VIETNAMESE = List.of(
            "Nguyễn Thị Bích Ngọc",
            "Trần Văn Đức",
            "Lê Hoàng Phương Uyên",
            "Phạm Quỳnh Như",
            "Đặng Thùy Trâm",
            "Công ty TNHH Thương mại Dịch vụ Hoà Bình",
            "123 đường Lê Lợi, Quận 1",
            "Thành phố Hồ Chí Minh",
            "Hà Nội",
            "Đà Nẵng",
            "Khách quan tâm máy phát điện, chưa phản hồi",
            "Gửi báo giá, giám đốc đã đồng ý",
            "Vũ Khắc Tiệp",
            "Bùi Xuân Huấn",
            "yêu cầu bảo hành",
            "Huỳnh Mẫn Đạt",
            "Cổ phần Xây dựng Số 9",
            "đã thanh toán một phần");
    private static final List<String> CHINESE = List.of(
            "王小明",
            "李亮逸",
            "北京市朝阳区建国路88号",
            "上海星辰信息技术有限公司",
            "已发送报价，周一回访。",
            "薛莹",
            "张伟",
            "客户名称",
            "广州市天河区体育西路",
            "保修申请服务器，银行转账付款。",
            "深圳",
            "杭州市西湖区文三路",
            "欧阳修",
            "陈静");
    private static final List<String> TRADITIONAL =
            List.of("黃義", "臺北市信義區", "國際貿易有限公司", "呂麗麗", "續約辦公傢俱，優先處理", "劉德華", "高雄市");
    private static final List<String> ENGLISH = List.of(
            "Patrick Wright",
            "1395 Station Boulevard, Boston",
            "Awaiting budget approval",
            "anna@example.com",
            "+84 912 345 678",
            "Prihelmi GmbH",
            "18;20",
            "Jürgen Müller",
            "Café Zoë",
            "François Lefèvre");

    @Property(tries = 300)
    void vietnameseIsReadBackFromEveryEncoding(@ForAll("vietnameseTexts") String text) {
        assertReadBack(text, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        assertReadBack(windows1258(text), text);
    }

    @Property(tries = 300)
    void chineseIsReadBackFromEveryEncoding(@ForAll("chineseTexts") String text) {
        assertReadBack(
                text,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("GB18030"),
                Charset.forName("GBK"));
    }

    @Property(tries = 200)
    void westernTextIsReadBackFromEveryEncoding(@ForAll("westernTexts") String text) {
        assertReadBack(
                text,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1,
                Charset.forName("windows-1252"));
    }

    @Property(tries = 100)
    void byteOrderMarksDecide(@ForAll("vietnameseTexts") String text) {
        for (TextEncoding encoding : List.of(TextEncoding.UTF_8, TextEncoding.UTF_16LE, TextEncoding.UTF_16BE)) {
            byte[] bytes = encoding.encodeMarked(text);
            assertThat(EncodingDetector.detect(bytes)).isEqualTo(encoding);
            assertThat(encoding.decodeStrictly(bytes)).contains(text);
        }
    }

    @Test
    void oneNameIsEnough() {
        assertThat(EncodingDetector.detect(windows1258("họ tên\nTrần Đức\n"))).isEqualTo(TextEncoding.WINDOWS_1258);
        assertThat(EncodingDetector.detect("姓名\n张伟\n".getBytes(Charset.forName("GBK"))))
                .isEqualTo(TextEncoding.GB18030);
        // valid UTF-8 by chance, however often it is repeated
        assertThat(EncodingDetector.detect("薛莹\n薛莹\n".getBytes(Charset.forName("GBK"))))
                .isEqualTo(TextEncoding.GB18030);
        assertThat(EncodingDetector.detect("name\nMüller\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(EncodingDetector.detect("name\nSão João\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(EncodingDetector.detect("name\nMüller\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextEncoding.UTF_8);
        assertThat(EncodingDetector.detect("name\nAnna\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(TextEncoding.UTF_8);
    }

    @Test
    void sampleReachesTheFirstForeignLineOfALongFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("long.csv");
        String english = "Anna Smith,anna@example.com\n".repeat(20_000);
        Files.write(
                file, concat(english.getBytes(StandardCharsets.US_ASCII), windows1258("Trần Văn Đức,x\n".repeat(50))));
        assertThat(EncodingDetector.detect(FileSample.of(file))).isEqualTo(TextEncoding.WINDOWS_1258);
    }

    @Provide
    Arbitrary<String> vietnameseTexts() {
        return table(VIETNAMESE);
    }

    @Provide
    Arbitrary<String> chineseTexts() {
        return Arbitraries.oneOf(table(CHINESE), table(TRADITIONAL));
    }

    @Provide
    Arbitrary<String> westernTexts() {
        return table(ENGLISH);
    }

    /** One to forty rows of one to four cells, English words among them. */
    private static Arbitrary<String> table(List<String> words) {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(words)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("VIP", "x@y.vn", "0912 345 678", "")));
        Arbitrary<String> row = cell.list().ofMinSize(1).ofMaxSize(4).map(cells -> String.join(",", cells));
        return Arbitraries.of(words).flatMap(first -> row.list()
                .ofMaxSize(40)
                .map(rows -> first + "\n" + rows.stream().collect(Collectors.joining("\r\n")) + "\n"));
    }

    @Test
    void signsOfCurrenciesAreNoChinese() {
        assertReadBack("name\tprice\nA\t1.234.567 đ\nB\t500.000đ\n", StandardCharsets.UTF_8);
        assertReadBack("name\tprice\nA\t1.234.567 VNĐ\nB\t¥1,234.56\n", StandardCharsets.UTF_8);
        assertReadBack("name\tprice\nA\t¥1,234.56\n", StandardCharsets.UTF_8);
        assertReadBack("name\tprice\n张伟\t8800元\n", Charset.forName("GB18030"));
        assertReadBack(windows1258("name\tprice\nA\t1.234.567 đ\nBình\t5\n"), "name\tprice\nA\t1.234.567 đ\nBình\t5\n");
    }

    private static void assertReadBack(String text, Charset... charsets) {
        for (Charset charset : charsets) {
            assertReadBack(text.getBytes(charset), text);
        }
    }

    private static void assertReadBack(byte[] bytes, String text) {
        TextEncoding found = EncodingDetector.detect(bytes);
        String decoded = found.decodeStrictly(bytes).orElseThrow();
        assertThat(Normalizer.normalize(decoded, Normalizer.Form.NFC))
                .as(found.ianaName())
                .isEqualTo(text);
    }

    /** As Windows writes it: vowel letters whole, tones as combining marks behind them. */
    static byte[] windows1258(String text) {
        StringBuilder spelled = new StringBuilder();
        text.codePoints().forEach(c -> {
            String marked = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            String tones = marked.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String letter = marked.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            spelled.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tones);
        });
        byte[] bytes = spelled.toString().getBytes(Charset.forName("windows-1258"));
        assertThat(Normalizer.normalize(new String(bytes, Charset.forName("windows-1258")), Normalizer.Form.NFC))
                .isEqualTo(text);
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
