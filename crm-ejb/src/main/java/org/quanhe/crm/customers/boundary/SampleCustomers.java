package org.quanhe.crm.customers.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.search.control.IndexSource;

/**
 * Fills an empty installation with made-up customers where CRM_SAMPLE_DATA asks for it; each is tagged {@code sample}.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "FirstAdministrator"})
public class SampleCustomers {
    /** Tag of everything that is made up. */
    public static final String TAG = "sample";

    private static final String[][] PEOPLE = {
        {"Nguyễn Thị Ánh Nguyệt", "Công ty Cổ phần Gỗ An Cường", "0919 402 118", "Biên Hoà", "vi"},
        {"Trần Văn Đức", "Công ty TNHH Cơ khí Hoà Phát", "0903 118 226", "Hà Nội", "vi"},
        {"Lê Thị Thuỷ", "Hợp tác xã Nông nghiệp Bưởi Diễn", "0987 654 210", "Huế", "vi"},
        {"Phạm Quốc Khánh", "Bệnh viện Đa khoa Xuyên Á", "0912 330 771", "TP. Hồ Chí Minh", "vi"},
        {"林晓雯", "广州恒达机电有限公司", "+86 138 2210 6677", "广州", "zh-CN"},
        {"陈志远", "深圳市南粤电子商贸有限公司", "+86 135 4889 0596", "深圳", "zh-CN"},
        {"吳敏", "東莞市宏圖模具有限公司", "+86 769 2233 4455", "東莞", "zh-TW"},
        {"阮氏英", "上海启明纺织科技股份有限公司", "+86 21 6688 1234", "上海", "zh-CN"},
        {"Grace Turner", "Harbour Freight Logistics Pte. Ltd.", "+65 6221 9080", "Singapore", "en"},
        {"Patrick Wright", "Northwind Air Systems Ltd.", "+44 20 7946 0812", "London", "en"},
        {"Ngô Thị Quỳnh Như", "Trường Đại học Kỹ thuật Cửu Long", "0908 226 117", "Cần Thơ", "vi"},
        {"Đặng Minh Châu", "Công ty TNHH Thực phẩm Quảng Nam", "0935 772 008", "Đà Nẵng", "vi"},
    };

    /** What was talked about and, last, what is next, in the language of the customer. */
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "vi",
            List.of(
                    "Hỏi giá và thời gian giao hàng",
                    "Nhắc lịch bảo dưỡng định kỳ",
                    "Trao đổi về điều khoản thanh toán",
                    "Gửi thông tin sản phẩm mới",
                    "Gọi lại chốt báo giá"),
            "zh-CN",
            List.of("询问价格和交货时间", "提醒定期保养", "沟通付款条件", "发送新品资料", "回电确认报价"),
            "zh-TW",
            List.of("詢問價格與交貨時間", "提醒定期保養", "溝通付款條件", "寄送新品資料", "回電確認報價"),
            "en",
            List.of(
                    "Asked for price and delivery time",
                    "Reminded of regular maintenance",
                    "Talked about terms of payment",
                    "Sent news about products",
                    "Call back to settle the quote"));

    @Inject
    private RecordWriter writer;

    @Inject
    private IndexSource source;

    @Inject
    private TimeSource time;

    @PostConstruct
    void fill() {
        if (Configuration.yes(CrmSettings.SAMPLE_DATA) && source.records("customers") == 0) {
            CallerContext.runAs("admin", () -> {
                write();
                return true;
            });
        }
    }

    private void write() {
        Random random = new Random(7);
        for (String[] person : PEOPLE) {
            Map<String, Object> organisation = new HashMap<>();
            organisation.put("kind", "organisation");
            organisation.put("name", person[1]);
            organisation.put("city", person[3]);
            organisation.put("tags", List.of(TAG));
            organisation.put("source", TAG);
            RecordEntity company = writer.create("customers", organisation);
            Map<String, Object> values = new HashMap<>();
            values.put("name", person[0]);
            values.put("company", person[1]);
            values.put("phone", person[2]);
            values.put("city", person[3]);
            values.put("tags", List.of(TAG));
            values.put("source", TAG);
            RecordEntity contact = writer.create("customers", values);
            writer.create(
                    "relations",
                    Map.of("customer", company.getId(), "related", contact.getId(), "role", "decision-maker"));
            history(contact.getId(), SUBJECTS.get(person[4]), random);
            history(company.getId(), SUBJECTS.get(person[4]), random);
        }
    }

    private void history(long customer, List<String> subjects, Random random) {
        Instant now = time.now();
        int next = subjects.size() - 1;
        List<Map<String, Object>> activities = new ArrayList<>();
        for (int week = 1; week < 50; week++) {
            if (random.nextInt(3) == 0) {
                Map<String, Object> call = new HashMap<>();
                call.put("kind", random.nextBoolean() ? "call" : "message");
                call.put("subject", subjects.get(week % next));
                call.put("customer", customer);
                call.put("startsAt", now.minus(Duration.ofDays(7L * week + random.nextInt(5))));
                activities.add(call);
            }
        }
        activities.add(Map.of(
                "kind",
                "task",
                "subject",
                subjects.get(next),
                "customer",
                customer,
                "startsAt",
                now.plus(Duration.ofDays(random.nextInt(12) - 3L))));
        writer.createAll("activities", activities, "");
    }
}
