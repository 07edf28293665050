package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

@Tag("browser")
class SignInPageIT {
    private static final String FRESH = "Another-2026-one";

    @Test
    void aSessionPlantedBeforeTheSignInIsWorthNothingAfterIt() {
        try (var browser = Browser.open("en")) {
            browser.go("");
            var before = browser.session();
            browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            assertThat(before).isNotEmpty();
            assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        }
    }

    @Test
    void pagesForbidScriptsThatAreNotTheirOwn() {
        try (var browser = Browser.open("en")) {
            browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            var policy = browser.page().navigate(browser.page().url()).headerValue("Content-Security-Policy");
            assertThat(policy).contains("script-src").doesNotContain("unsafe-inline");
        }
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndAResetAll() {
        var colleague = Colleague.with(List.of("sales"), List.of());
        try (var here = Browser.open("en");
                var elsewhere = Browser.open("en")) {
            here.signIn(colleague.username(), colleague.password());
            elsewhere.signIn(colleague.username(), colleague.password());
            var page = here.go("password.xhtml");
            page.locator("#old").fill(colleague.password());
            page.locator("#fresh").fill(FRESH);
            page.locator("#again").fill(FRESH);
            page.locator("#save").click();
            page.waitForURL(url -> url.contains("home"));
            assertThat(here.go("list.xhtml?type=customers").url()).contains("list.xhtml");
            assertThat(elsewhere.go("list.xhtml?type=customers").url()).contains("signin.xhtml");
            assertThat(Crm.admin()
                            .delete("/users/" + colleague.id() + "/password")
                            .status())
                    .isEqualTo(200);
            assertThat(here.go("list.xhtml?type=customers").url()).contains("signin.xhtml");
        }
    }

    @Test
    void aSessionDoesNotPassToTheNextOwnerOfItsName() {
        var admin = Crm.admin();
        var colleague = Colleague.with(List.of("sales"), List.of());
        try (var browser = Browser.open("en")) {
            browser.signIn(colleague.username(), colleague.password());
            assertThat(admin.patch("/users/" + colleague.id(), "{\"username\":\"was-" + colleague.username() + "\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(admin.post(
                                    "/users",
                                    "{\"username\":\"" + colleague.username()
                                            + "\",\"displayName\":\"Next\",\"roles\":[\"administrator\"]}")
                            .status())
                    .isEqualTo(201);
            assertThat(browser.go("rights.xhtml").url()).contains("signin.xhtml");
        }
    }

    @Test
    void aOneTimePasswordOpensNothingButItsChange() {
        var colleague = Colleague.with(List.of("sales"), List.of());
        var once = Crm.admin()
                .delete("/users/" + colleague.id() + "/password")
                .json()
                .getString("password");
        try (var browser = Browser.open("en")) {
            var page = browser.signIn(colleague.username(), once);
            assertThat(page.url()).contains("password.xhtml");
            assertThat(browser.go("list.xhtml?type=customers").url()).contains("password.xhtml");
            var export = page.request().get(page.url().replaceFirst("password.*", "ui/export?type=customers"));
            assertThat(export.url()).contains("password.xhtml");
        }
    }

    @Test
    void whoIsDeactivatedLosesThePageThatIsOpen() {
        var colleague = Colleague.with(List.of("manager"), List.of());
        try (var browser = Browser.open("en")) {
            browser.signIn(colleague.username(), colleague.password());
            assertThat(Crm.admin()
                            .patch("/users/" + colleague.id(), "{\"roles\":[\"read-only\"]}")
                            .status())
                    .isEqualTo(200);
            var refused = browser.page()
                    .navigate(browser.page().url().replaceFirst("crm/.*", "crm/edit.xhtml?type=customers"));
            assertThat(refused.status()).isEqualTo(403);
            Crm.admin().patch("/users/" + colleague.id(), "{\"active\":false}");
            assertThat(browser.go("list.xhtml?type=customers").url()).contains("signin.xhtml");
        }
    }

    @Test
    void administratorSignsInByForm() {
        try (var browser = Browser.open("en")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.screenshot("after-sign-in");
            assertThat(page.locator("input[type=password]").count()).isZero();
        }
    }
}
