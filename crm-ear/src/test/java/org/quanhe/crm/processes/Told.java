package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A process that has its names in every language. */
final class Told {
    private Told() {}

    static String names(String en, String vi, String cn, String tw) {
        return "{\"en\":\"" + en + "\",\"vi\":\"" + vi + "\",\"zh-CN\":\"" + cn + "\",\"zh-TW\":\"" + tw + "\"}";
    }

    static String step(String key, long team, String names, String more) {
        return "{\"key\":\"" + key + "\",\"name\":" + names + ",\"team\":" + team + (more.isEmpty() ? "" : "," + more)
                + "}";
    }

    static Drawn published(Crm admin, String names, String... steps) {
        Answer made = admin.post(
                "/processes",
                "{\"name\":" + names + ",\"type\":\"customers\",\"steps\":[" + String.join(",", List.of(steps)) + "]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        Drawn process = new Drawn(made.json().getJsonNumber("id").longValue(), admin);
        process.publish();
        return process;
    }

    /** A survey, which asks for the job title, and a fitting behind it; all names end with the mark. */
    static Drawn published(Crm admin, String mark, long team) {
        return published(
                admin,
                names("Fitting " + mark, "Lắp đặt " + mark, "安装 " + mark, "安裝 " + mark),
                step("survey", team, names("Survey", "Khảo sát", "勘察", "勘查"), "\"ask\":[{\"field\":\"jobTitle\"}]"),
                step("fit", team, names("Fit", "Lắp máy", "装机", "裝機"), ""));
    }
}
