package org.quanhe.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** An administrator takes a field from a role on a page, and reads why a colleague sees what. */
@Tag("browser")
class WhyPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    @AfterEach
    void asBefore() {
        for (String field : List.of("notes", "emails")) {
            Answer answer = admin.send(
                    "PUT",
                    "/rights/fields",
                    "application/json",
                    "{\"role\":\"service\",\"type\":\"customers\",\"field\":\"" + field
                            + "\",\"read\":true,\"write\":true}");
            assertThat(answer.status()).as("%s", answer).isEqualTo(204);
        }
    }

    @Test
    void administratorTakesAFieldAndReadsWhy() {
        Colleague somebody = Colleague.with(List.of("service"), List.of());
        int id = admin.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + mark)
                                .add("notes", "Bí mật " + mark)
                                .add("company", "Công ty " + mark)
                                .build())
                .json()
                .getInt("id");
        try (Browser boss = Browser.open("vi");
                Browser colleague = Browser.open("vi")) {
            Page theirs = colleague.signIn(somebody.username(), somebody.password());
            colleague.go("record.xhtml?type=customers&tab=profile&id=" + id);
            assertThat(theirs.locator("main").innerText()).contains("Bí mật " + mark);

            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("rights.xhtml?role=service");
            page.locator("a[href='fieldrights.xhtml?role=service&type=customers']")
                    .click();
            assertThat(page.locator("[name=read][value=name]").isDisabled()).isTrue();
            assertThat(page.locator("[name=read][value=phone]").count()).isZero();
            page.locator("[name=read][value=notes]").uncheck();
            page.locator("[name=write][value=emails]").uncheck();
            // a tick is not kept before it is saved
            theirs.reload();
            assertThat(theirs.locator("main").innerText()).contains("Bí mật " + mark);
            page.locator("[id='fieldrights:save']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(page.locator("[name=read][value=notes]").isChecked()).isFalse();
            assertThat(page.locator("[name=write][value=notes]").isChecked()).isFalse();
            boss.screenshot("field-rights");

            theirs.reload();
            assertThat(theirs.locator("main").innerText())
                    .doesNotContain("Bí mật " + mark)
                    .contains("Công ty " + mark);

            boss.go("record.xhtml?type=customers&id=" + id);
            page.locator("[popovertarget=menu-record]").click();
            page.locator("#menu-record a[href^='why.xhtml']").click();
            page.locator("#user").selectOption(Long.toString(somebody.id()));
            page.locator("#why button").click();
            page.locator("#answers").waitFor();
            assertThat(answer(page, "sees")).contains("Có").contains("xem được “Khách " + mark);
            assertThat(answer(page, "changes")).contains("Không").contains("không sửa được");
            assertThat(answer(page, "deletes")).contains("Không").contains("không xoá được");
            String reasons = page.locator(".qh-difference").innerText();
            assertThat(reasons)
                    .contains("đang hoạt động")
                    .contains("không phụ trách")
                    .contains("Bị ẩn theo quyền trường: Ghi chú")
                    .contains("không được sửa theo quyền trường: Địa chỉ e-mail");
            assertThat(page.locator("main table").innerText())
                    .contains("Tất cả")
                    .contains("Của nhóm");
            boss.screenshot("why");
        }
    }

    private static String answer(Page page, String verb) {
        Locator line = page.locator("#answers [data-verb=" + verb + "]");
        return line.innerText();
    }

    @Test
    void nobodyElseMayAsk() {
        Colleague somebody = Colleague.with(List.of("manager"), List.of());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn(somebody.username(), somebody.password());
            browser.go("why.xhtml?user=1&type=customers&id=1");
            assertThat(page.locator("#why").count()).isZero();
            browser.go("fieldrights.xhtml?role=sales&type=customers");
            assertThat(page.locator("#fieldrights").count()).isZero();
        }
    }
}
