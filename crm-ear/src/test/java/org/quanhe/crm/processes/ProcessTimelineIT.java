package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What a run leaves on its record is told to each reader in their own language. */
class ProcessTimelineIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final long team = Colleague.team("Khảo sát " + mark);

    private long customer() {
        Answer answer = admin.post("/customers", "{\"name\":\"Chị Mai " + mark + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    /** What stands on the timeline or in the audit, newest first, without the number of the test. */
    private List<String> told(long customer, String where, String language) {
        Answer answer = admin.with("Accept-Language", language).get("/customers/" + customer + "/" + where);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(line -> line.getString("action") + " " + line.getString("why"))
                .filter(line -> !line.startsWith("created"))
                .map(line -> line.replace(" " + mark, ""))
                .toList();
    }

    @Test
    @Tag("R035")
    @Tag("R089")
    void theSameTimelineIsReadInEachLanguage() {
        Drawn process = Told.published(admin, mark, team);
        long customer = customer();
        long run = process.run(admin, customer);
        Drawn.completed(admin, run, 1, "\"jobTitle\":\"Kế toán\"");
        Drawn.completed(admin, run, 2, "");
        long again = process.run(admin, customer);
        admin.post("/process-runs/" + again + "/stop", "{\"why\":\"Khách {0} đổi ý, 'tạm' thôi\"}");
        for (String where : List.of("timeline", "audit")) {
            assertThat(told(customer, where, "en"))
                    .containsExactly(
                            "processStopped Fitting: Khách {0} đổi ý, 'tạm' thôi",
                            "processStarted Fitting · Survey",
                            "processStep Fitting · Fit → end of the process",
                            "processStep Fitting · Survey → Fit",
                            "changed Fitting · Survey",
                            "processStarted Fitting · Survey");
            assertThat(told(customer, where, "vi"))
                    .containsExactly(
                            "processStopped Lắp đặt: Khách {0} đổi ý, 'tạm' thôi",
                            "processStarted Lắp đặt · Khảo sát",
                            "processStep Lắp đặt · Lắp máy → kết thúc quy trình",
                            "processStep Lắp đặt · Khảo sát → Lắp máy",
                            "changed Lắp đặt · Khảo sát",
                            "processStarted Lắp đặt · Khảo sát");
            assertThat(told(customer, where, "zh-CN"))
                    .containsExactly(
                            "processStopped 安装：Khách {0} đổi ý, 'tạm' thôi",
                            "processStarted 安装 · 勘察",
                            "processStep 安装 · 装机 → 流程结束",
                            "processStep 安装 · 勘察 → 装机",
                            "changed 安装 · 勘察",
                            "processStarted 安装 · 勘察");
            assertThat(told(customer, where, "zh-TW"))
                    .containsExactly(
                            "processStopped 安裝：Khách {0} đổi ý, 'tạm' thôi",
                            "processStarted 安裝 · 勘查",
                            "processStep 安裝 · 裝機 → 流程結束",
                            "processStep 安裝 · 勘查 → 裝機",
                            "changed 安裝 · 勘查",
                            "processStarted 安裝 · 勘查");
        }
    }

    @Test
    @Tag("R036")
    void aLineKeepsTheNamesOfTheVersionThatItsRunWasOn() {
        Drawn process = Told.published(admin, mark, team);
        long customer = customer();
        long run = process.run(admin, customer);
        process.redraw("Anders " + mark, Drawn.step("other", team, ""), Drawn.step("fit", team, ""));
        Drawn.completed(admin, run, 1, "\"jobTitle\":\"Kế toán\"");
        assertThat(told(customer, "timeline", "zh-CN").get(0)).isEqualTo("processStep 安装 · 勘察 → 装机");
    }

    @Test
    void whatPeopleWroteStandsAsTheyWroteIt() {
        long customer = customer();
        Answer changed = admin.with("X-Reason", "G%E1%BB%8Di%20l%E1%BA%A1i")
                .patch("/customers/" + customer, "{\"jobTitle\":\"Kế toán\"}");
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        for (String language : List.of("en", "vi", "zh-CN", "zh-TW")) {
            assertThat(told(customer, "timeline", language)).containsExactly("changed Gọi lại");
        }
    }
}
