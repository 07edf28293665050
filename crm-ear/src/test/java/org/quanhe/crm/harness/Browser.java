package org.quanhe.crm.harness;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium, headless. Where none is installed the test fails; it is never skipped.
 *
 * <pre>
 * try (Browser browser = Browser.open("vi")) {
 *     Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
 *     browser.screenshot("customers-vi");
 * }
 * </pre>
 */
public final class Browser implements AutoCloseable {
    /** The first that is there. The shell is the same engine without a desktop's windows, at a third of the work. */
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    /** For whatever a page is to show, or to be ready for: seconds, where the machine has nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final BrowserContext context;
    private final Page page;
    private final String base;

    private Browser(String root, String language, int width, int height) {
        base = root + "/crm/";
        context = chromium()
                .newContext(new NewContextOptions().setLocale(language).setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.setDefaultNavigationTimeout(PATIENCE.toMillis());
        page = context.newPage();
    }

    /** A window of 1440 × 900 with cookies of its own; {@code language} is what the browser asks for. */
    public static Browser open(String language) {
        return open(language, 1440, 900);
    }

    public static Browser open(String language, int width, int height) {
        return new Browser(RunningCrm.get().root(), language, width, height);
    }

    /** A window on another server than the shared one; {@code root} as in {@code http://127.0.0.1:8080}. */
    public static Browser at(String root, String language) {
        return new Browser(root, language, 1440, 900);
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        }
        return chromium;
    }

    private static Path executable() {
        String chosen = System.getProperty("crm.it.chromium", "");
        return chosen.isEmpty()
                ? CHROMIUM.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no Chromium; looked for " + CHROMIUM))
                : Path.of(chosen);
    }

    public Page page() {
        return page;
    }

    /** Value of the session's cookie, empty without one. */
    public String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** Opens a path below {@code /crm/}. */
    public Page go(String path) {
        page.navigate(base + path.replaceFirst("^/", ""));
        return page;
    }

    /** Fills the sign-in form; ends on the page that follows it. */
    public Page signIn(String username, String password) {
        go("");
        page.locator("input[autocomplete=username]").fill(username);
        page.locator("input[type=password]").fill(password);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("signin") && !url.contains("sign-in") && !url.contains("login"));
        return page;
    }

    /** Writes {@code target/screenshots/<name>.png}; a page looks the same on each database. */
    public void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
