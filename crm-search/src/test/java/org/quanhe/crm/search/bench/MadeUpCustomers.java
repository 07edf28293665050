package org.quanhe.crm.search.bench;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.spi.IndexDocument;

/** Customers as a Vietnamese house with Chinese and English partners has them; the same number gives the same one. */
public final class MadeUpCustomers {
    public static final String TYPE = "customers";

    private static final List<String> FAMILIES = words("Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh "
            + "Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Tô Cao Lương Quách Thái");
    private static final List<String> MIDDLES =
            words("Văn Thị Hữu Minh Ngọc Thanh Quốc Đức Thuỳ Kim Hoài Xuân Bảo Gia");
    private static final List<String> GIVENS =
            words("Anh Ánh Bình Châu Cường Dũng Dung Duy Đào Đạt Giang Hà Hải Hạnh Hiền "
                    + "Hiếu Hoà Hoàng Hồng Hùng Huy Hương Khánh Khoa Lan Linh Loan Long Mai Minh My Nam Nga Ngân Nghĩa Nhung "
                    + "Oanh Phong Phúc Phương Quân Quang Quỳnh Sơn Tâm Thảo Thành Thắng Thịnh Thu Thuý Tiến Trang Trinh Trung "
                    + "Tú Tuấn Tùng Tuyết Uyên Vân Việt Vy Yến");
    private static final String HAN_FAMILIES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String HAN_GIVENS = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建国华志海燕红梅鹏飞宇浩然子涵欣怡梓轩雨桐思远嘉俊晨阳博雅诗琪若曦天佑瑞雪";
    private static final String TRADITIONAL = "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹";
    private static final List<String> FIRSTS = words(
            "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth "
                    + "William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Daniel Lisa Matthew Nancy");
    private static final List<String> LASTS = words(
            "Smith Johnson Williams Brown Jones Garcia Miller Davis Martinez Lopez "
                    + "Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Walker Hall Young King "
                    + "Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans");
    private static final List<String> BRANDS =
            words("Minh Long Phú An Hoà Thịnh Vượng Đại Nam Việt Tân Kim Hưng Phát Thành "
                    + "Công Sao Mai Bình Minh Hải Đăng Hoàng Gia Tiến Đạt Trường Thọ");
    private static final String HAN_BRANDS = "龙兴星瑞智恒凤金华泰和盛源通达信诚宏远东方鼎嘉润美佳科创";
    private static final List<String> STREETS =
            words("Lê_Lợi Nguyễn_Huệ Trần_Hưng_Đạo Hai_Bà_Trưng Lý_Thường_Kiệt Âu_Cơ "
                    + "Điện_Biên_Phủ Cách_Mạng_Tháng_Tám Phan_Chu_Trinh Bạch_Đằng Nguyễn_Trãi Võ_Văn_Tần");
    private static final List<String> CITIES =
            words("Hà_Nội Thành_phố_Hồ_Chí_Minh Đà_Nẵng Hải_Phòng Cần_Thơ Huế 北京 上海 深圳 台北 "
                    + "London Manchester Singapore Boston");
    private static final List<String> NOTES = words(
            "quan_tâm điều_hoà máy_lạnh tủ_lạnh báo_giá chưa_phản_hồi gọi_lại hợp_đồng "
                    + "thanh_toán giao_hàng bảo_hành awaiting budget approval network switches priority delivery 已发送报价 周一回访 下单 银行转账");
    private static final List<String> TAGS =
            words("vip partner newsletter distributor export trade-show hot government cold school");
    private static final List<String> STAGES = words("lead contacted qualified proposal negotiation won lost");

    private MadeUpCustomers() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** The metadata of these customers, as the application has it. */
    public static RecordTypeView type() {
        return new RecordTypeView(
                TYPE,
                "pi-users",
                List.of(
                        field("name", FieldKind.TEXT, Use.TITLE, Use.SEARCHED, Use.SORTABLE, Use.LIST),
                        field("company", FieldKind.TEXT, Use.SEARCHED, Use.SORTABLE, Use.LIST, Use.SUBTITLE),
                        field("kind", FieldKind.CHOICE, Use.FACET),
                        field("phones", FieldKind.PHONES, Use.SEARCHED),
                        field("phone", FieldKind.PHONE, Use.LIST),
                        field("emails", FieldKind.EMAILS, Use.SEARCHED),
                        field("email", FieldKind.EMAIL, Use.LIST),
                        field("addresses", FieldKind.ADDRESSES, Use.SEARCHED),
                        field("city", FieldKind.TEXT, Use.LIST, Use.FACET),
                        field("notes", FieldKind.LONG_TEXT, Use.SEARCHED),
                        field("tags", FieldKind.CHOICES, Use.SEARCHED, Use.FACET),
                        field("stage", FieldKind.CHOICE, Use.FACET),
                        field("owner", FieldKind.REFERENCE, Use.FACET, Use.LIST),
                        field("birthday", FieldKind.DATE),
                        field("createdAt", FieldKind.DATE_TIME, Use.SORTABLE),
                        field("updatedAt", FieldKind.DATE_TIME, Use.SORTABLE, Use.LIST),
                        field("externalId", FieldKind.TEXT, Use.SEARCHED)),
                "name",
                true,
                true,
                true);
    }

    private static FieldView field(String name, FieldKind kind, Use... uses) {
        return new FieldView(name, kind, TYPE + "." + name, List.of(), "", "", 0, Set.of(uses));
    }

    public static IndexDocument customer(long number) {
        return customer(number, 1);
    }

    public static IndexDocument customer(long number, long version) {
        Random dice = new Random(number * 0x9E3779B9L);
        dice.nextInt();
        int kind = dice.nextInt(100);
        String name =
                kind < 60 ? vietnamese(dice) : kind < 85 ? chinese(dice) : one(FIRSTS, dice) + " " + one(LASTS, dice);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        String company = company(kind, dice);
        values.put("company", company);
        values.put("kind", dice.nextInt(8) == 0 ? "organisation" : "person");
        String phone = phone(kind, dice);
        values.put("phones", List.of(new ContactPoint("mobile", phone, true)));
        values.put("phone", phone);
        String mail =
                plain(name) + dice.nextInt(1000) + "@" + (dice.nextBoolean() ? "gmail.com" : plain(company) + ".vn");
        values.put("emails", List.of(new ContactPoint("work", mail, true)));
        values.put("email", mail);
        String city = one(CITIES, dice).replace('_', ' ');
        String street = 1 + dice.nextInt(300) + " " + one(STREETS, dice).replace('_', ' ');
        values.put("addresses", List.of(new PostalAddress("work", street, city, "", "", true)));
        values.put("city", city);
        StringBuilder notes = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            notes.append(one(NOTES, dice).replace('_', ' ')).append(' ');
        }
        values.put(
                "notes",
                notes.append("HD-").append(10_000 + dice.nextInt(90_000)).toString());
        values.put("tags", dice.nextInt(3) == 0 ? List.of() : List.of(one(TAGS, dice)));
        values.put("stage", one(STAGES, dice));
        values.put("owner", new RecordRef("users", 1 + dice.nextInt(200)));
        if (dice.nextBoolean()) {
            values.put("birthday", LocalDate.of(1960, 1, 1).plusDays(dice.nextInt(16_000)));
        }
        Instant made = Instant.ofEpochSecond(1_600_000_000L + dice.nextInt(100_000_000));
        values.put("createdAt", made);
        values.put("updatedAt", made.plusSeconds(dice.nextInt(1_000_000)));
        values.put("externalId", "KH-" + number);
        return new IndexDocument(new RecordRef(TYPE, number), version, name, company, values);
    }

    private static String vietnamese(Random dice) {
        return one(FAMILIES, dice) + " " + one(MIDDLES, dice) + " "
                + (dice.nextInt(3) == 0 ? one(GIVENS, dice) + " " : "") + one(GIVENS, dice);
    }

    private static String chinese(Random dice) {
        String family = one(dice.nextInt(4) == 0 ? TRADITIONAL : HAN_FAMILIES, dice);
        return family + one(HAN_GIVENS, dice) + (dice.nextInt(3) == 0 ? "" : one(HAN_GIVENS, dice));
    }

    private static String company(int kind, Random dice) {
        if (kind >= 60 && kind < 85) {
            return one(CITIES.subList(6, 9), dice) + one(HAN_BRANDS, dice) + one(HAN_BRANDS, dice)
                    + one(HAN_BRANDS, dice) + "科技有限公司";
        }
        String brand = one(BRANDS, dice) + " " + one(BRANDS, dice) + " " + one(BRANDS, dice);
        return kind < 60 ? "Công ty TNHH " + brand : one(LASTS, dice) + " " + brand + " Co., Ltd";
    }

    private static String phone(int kind, Random dice) {
        String digits = String.format(Locale.ROOT, "%08d", dice.nextInt(100_000_000));
        if (kind < 60) {
            return switch (dice.nextInt(3)) {
                case 0 -> "09" + digits;
                case 1 -> "+84 9" + digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5);
                default -> "09" + digits.substring(0, 2) + "." + digits.substring(2, 5) + "." + digits.substring(5);
            };
        }
        return kind < 85 ? "138" + digits : "+44 7911 " + digits.substring(2);
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? "khach" : plain;
    }

    private static String one(List<String> words, Random dice) {
        return words.get(dice.nextInt(words.size()));
    }

    private static String one(String characters, Random dice) {
        int at = dice.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }
}
