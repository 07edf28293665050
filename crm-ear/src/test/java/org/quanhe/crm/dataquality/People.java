package org.quanhe.crm.dataquality;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up customers of three languages, as tables. Every name carries a word of the test's own, so that it is found.
 */
final class People {
    static final String HEADER = "id,name,company,phone,email,address,city,notes,tags,stage,owner";

    private static final String[] VIETNAMESE = {
        "Nguyễn Thị Bích Ngọc", "Trần Văn Đức", "Lê Hoàng Phương Uyên", "Phạm Quỳnh Như", "Đặng Thùy Trâm"
    };
    private static final String[] CHINESE = {"王小明", "李亮逸", "张伟", "陈静", "欧阳修"};
    private static final String[] ENGLISH = {"Patrick Wright", "Anna Smith", "Deborah Richardson", "Stephen Howard"};

    private People() {}

    static String vietnamese(int count, String word) {
        return table(
                count,
                word,
                VIETNAMESE,
                "Công ty TNHH Hoà Bình",
                "12 đường Lê Lợi Quận 1",
                "Đà Nẵng",
                "đã gửi báo giá");
    }

    static String chinese(int count, String word) {
        return table(count, word, CHINESE, "上海星辰信息技术有限公司", "北京市朝阳区建国路88号", "北京", "已发送报价，周一回访。");
    }

    static String english(int count, String word) {
        return table(count, word, ENGLISH, "Prihelmi GmbH", "1395 Station Boulevard", "Boston", "awaiting approval");
    }

    private static String table(
            int count, String word, String[] names, String company, String address, String city, String notes) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.join(
                        ",",
                        word + "-" + i,
                        names[i % names.length] + " " + word + i,
                        company,
                        "09" + String.format("%08d", i),
                        word + i + "@example.com",
                        address,
                        city,
                        notes,
                        i % 2 == 0 ? "newsletter distributor" : "",
                        "lead",
                        Integer.toString(i % 7)))
                .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"));
    }
}
