package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.CrmProcess;

@Tag("browser")
class SignInPageIT {
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
    void administratorSignsInByForm() {
        try (var browser = Browser.open("en")) {
            var page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.screenshot("after-sign-in");
            assertThat(page.locator("input[type=password]").count()).isZero();
        }
    }
}
