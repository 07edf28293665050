package org.quanhe.crm.search.lucene;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.IndexableFieldType;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.spi.IndexDocument;

/**
 * The fingerprint of the analysis: a sum of everything that it makes of fixed sample records. Whoever changes a chain
 * changes it; an index of another fingerprint is built anew.
 */
final class AnalysisPrint {
    private static final String TYPE = "samples";
    private static final String TITLE = "title";

    /** Something for each rule that tells texts apart: scripts, marks, widths, signs, legal forms, notations. */
    static final List<String> TEXTS = List.of(
            "Nguyễn Thị Hòa",
            "Nguye\u0302\u0303n Thi\u0323 Hoa\u0300",
            "đặng VĂN Khoẻ quý Thuỷ",
            "Công ty TNHH MTV Thương mại Tân Á",
            "CTCP Đầu tư ABC",
            "张伟",
            "張偉",
            "曾志偉 单雄信 仇英 欧阳晓雯",
            "阮氏英 Nguyễn Thị Anh",
            "龙兴星（北京）科技有限公司",
            "臺灣積體電路製造股份有限公司",
            "东京タワー ひらがな 김민준",
            "Zhang Wei zw lüè nǚ",
            "Müller & Söhne GmbH, Straße Æsop Łódź",
            "İstanbul ISPARTA ı",
            "Ёлкин Йогурт Газпром",
            "محمد السيد",
            "สมชาย ใจดี",
            "O’Neill-Smith d'Arc No.7",
            "ﬁne ①½ Ⅷ ＡＢＣ１２３",
            "zero\u200bwidth soft\u00adhyphen \u202ertl",
            "𠮷野家 👩\u200d💻 \ud800",
            "2024-11-29 KH-00042 a1b2c3 3.14",
            "12 Hai Bà Trưng, Phường Bến Nghé, Quận 1",
            "北京市朝阳区建国路88号",
            "supercalifragilisticexpialidociousandmuchlongerthanonewordofanylanguageis");

    private static final List<String> PHONES =
            List.of("+84 903 123 456", "0903.123.456", "(028) 3829-1234", "+86 138 0013 8000", "13800138000", "113");
    private static final List<String> MAILS =
            List.of("Lytang1988@Example.com", "nguyen.van-a+tag@fpt.com.vn", "用户@例子.公司", "no-sign");
    private static final List<String> LINKS = List.of("https://www.example.vn/Đường?q=1", "zalo.me/0903123456");

    private AnalysisPrint() {}

    /** Computed once, when it is first asked for. */
    private static final class Own {
        static final String VALUE = of(new DocumentMapping(new Schema(List.of(type())))::map);
    }

    /** Of the analysis as it is. */
    static String own() {
        return Own.VALUE;
    }

    /** Of any mapping of records. */
    static String of(Function<IndexDocument, Document> mapping) {
        MessageDigest sum = sha256();
        for (IndexDocument sample : samples()) {
            // in an order of its own: that of the fields of a document says nothing
            for (String line : lines(mapping.apply(sample))) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(sum.digest(), 0, 12);
    }

    static Set<String> lines(Document document) {
        Set<String> lines = new TreeSet<>();
        for (IndexableField field : document) {
            IndexableFieldType type = field.fieldType();
            lines.add(String.join(
                    "\t",
                    field.name(),
                    type.indexOptions() + " " + type.omitNorms() + " " + type.stored() + " " + type.docValuesType()
                            + " " + type.pointDimensionCount(),
                    value(field) + "\n"));
        }
        return lines;
    }

    private static String value(IndexableField field) {
        BytesRef bytes = field.binaryValue();
        if (bytes != null) {
            return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
        }
        return field.numericValue() == null ? String.valueOf(field.stringValue()) : "" + field.numericValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A type with a field of each kind, used for everything. */
    static RecordTypeView type() {
        List<FieldView> fields = new ArrayList<>();
        fields.add(field(TITLE, FieldKind.TEXT, Set.of(Use.TITLE, Use.SORTABLE, Use.LIST)));
        fields.add(field(DocumentMapping.EXTERNAL_ID, FieldKind.TEXT, Set.of(Use.SEARCHED)));
        for (FieldKind kind : FieldKind.values()) {
            fields.add(field(kind.name(), kind, Set.of(Use.SEARCHED, Use.FACET, Use.SORTABLE, Use.LIST)));
        }
        return new RecordTypeView(TYPE, "", fields, TITLE, true, true, true);
    }

    private static FieldView field(String name, FieldKind kind, Set<Use> uses) {
        return new FieldView(name, kind, name, List.of(), "", "", 0, uses);
    }

    static List<IndexDocument> samples() {
        List<IndexDocument> samples = new ArrayList<>();
        for (int number = 0; number < TEXTS.size(); number++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(TITLE, TEXTS.get(number));
            values.put(DocumentMapping.EXTERNAL_ID, "KH-" + number);
            for (FieldKind kind : FieldKind.values()) {
                values.put(kind.name(), value(kind, number));
            }
            samples.add(new IndexDocument(new RecordRef(TYPE, number), 1, TEXTS.get(number), "subtitle", values));
        }
        return samples;
    }

    private static Object value(FieldKind kind, int number) {
        return switch (kind) {
            case TEXT, LONG_TEXT, CHOICE -> of(TEXTS, number);
            case CHOICES -> List.of(of(TEXTS, number), of(TEXTS, number + 1));
            case NUMBER -> BigDecimal.valueOf(number * 1_234_567L - 5_000_000, 3);
            case MONEY ->
                new Money(
                        BigDecimal.valueOf(number * 1_000L - 3_000),
                        Currency.getInstance(number % 2 == 0 ? "VND" : "CNY"));
            case DATE -> LocalDate.of(2024, 2, 29).plusDays(number * 100L);
            case DATE_TIME -> Instant.ofEpochMilli(1_700_000_000_123L + number * 86_399_000L);
            case YES_NO -> number % 2 == 0;
            case REFERENCE -> new RecordRef(TYPE, number);
            case REFERENCES -> List.of(new RecordRef(TYPE, number), new RecordRef(TYPE, number + 7));
            case PHONE -> of(PHONES, number);
            case EMAIL -> of(MAILS, number);
            case URL -> of(LINKS, number);
            case PHONES -> points(PHONES, number);
            case EMAILS -> points(MAILS, number);
            case LINKS -> points(LINKS, number);
            case ADDRESSES ->
                List.of(
                        new PostalAddress("home", of(TEXTS, number), "Huế", "530000", "VN", number % 2 == 0),
                        new PostalAddress("work", of(TEXTS, number + 1), "上海", "", "CN", number % 2 == 1));
        };
    }

    private static String of(List<String> list, int number) {
        return list.get(number % list.size());
    }

    private static List<ContactPoint> points(List<String> list, int number) {
        return List.of(
                new ContactPoint("work", of(list, number), false),
                new ContactPoint("home", of(list, number + 1), true));
    }
}
