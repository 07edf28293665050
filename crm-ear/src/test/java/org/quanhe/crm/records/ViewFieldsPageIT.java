package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** A view of a list whose field gets another name, or goes. */
@Tag("browser")
class ViewFieldsPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String type = "rooms" + mark;

    private String change(String set) {
        return "{'op':'changeField','type':'" + type + "','name':'floor','set':" + set + "}";
    }

    private String warnings(String change) {
        Answer draft = admin.post("/metadata/drafts", "{\"changes\":[" + change.replace('\'', '"') + "]}");
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        String path = "/metadata/drafts/" + draft.json().getInt("id");
        String warnings = admin.with("Accept-Language", "en")
                .get(path + "/difference")
                .json()
                .getJsonArray("warnings")
                .toString();
        admin.delete(path);
        return warnings;
    }

    @Test
    @Tag("R026")
    void viewsFollowAFieldOfAnotherNameAndTheirMisfitIsToldBefore() {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'" + type + "','rights':'owned','labels':{'en':'Rooms " + mark
                        + "'},'fields':[{'name':'floor','kind':'number','labels':{'en':'Floor','vi':'Tầng'}}]}}");
        for (int floor = 1; floor <= 3; floor++) {
            admin.post("/" + type, "{\"name\":\"Phòng " + floor + "\",\"floor\":" + floor + "}");
        }
        try (Browser desk = Browser.open("vi")) {
            Page page = desk.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            String own = kept(desk, page, "Riêng", "me");
            String shared = kept(desk, page, "Chung " + mark, "all");

            assertThat(warnings(change("{'name':'storey'}")))
                    .contains("“Chung " + mark + "” follows", "1 views")
                    .doesNotContain("Riêng");
            assertThat(warnings("{'op':'retireField','type':'" + type + "','name':'floor'}"))
                    .contains("“Chung " + mark + "” does not fit", "1 views");
            assertThat(warnings("{'op':'changeType','name':'" + type + "','set':{'icon':'pi-home'}}"))
                    .doesNotContain("view");

            Shaping.publish(admin, change("{'name':'storey'}"));
            admin.await(
                    "/" + type + "?filter=" + Crm.encode("storey > 1"),
                    answer -> answer.json().getJsonArray("items").size() == 2);
            for (String view : new String[] {own, shared}) {
                page.navigate(view);
                assertThat(page.locator("main").innerText())
                        .contains("Tầng", "Phòng 2", "Phòng 3")
                        .doesNotContain("Phòng 1");
                assertThat(page.locator("main").innerText().indexOf("Phòng 3"))
                        .isLessThan(page.locator("main").innerText().indexOf("Phòng 2"));
            }
        } finally {
            Shaping.publish(admin, "{'op':'retireType','name':'" + type + "'}");
        }
    }

    /** The address of a view that was saved. */
    private String kept(Browser desk, Page page, String name, String audience) {
        desk.go("list.xhtml?type=" + type + "&columns=name,floor&sort=-floor&filter=" + Crm.encode("floor > 1"));
        page.locator("[data-open=save-view]").click();
        page.locator("[id='view:name']").fill(name);
        page.locator("[id='view:audience']").selectOption(audience);
        page.locator("[id='view:go']").click();
        page.waitForURL(url -> url.matches(".*view=\\d+.*"));
        return page.url().replaceAll("(view=\\d+).*", "$1");
    }
}
