package io.gatehouse.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A journey of people through the pages in a real browser: the one found on this machine. Where there is none the
 * journeys are skipped, unless {@code CI} is set.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gatehouse.delivery.waits=300ms,300ms,300ms,300ms",
            "gatehouse.delivery.resend-waits=300ms,300ms",
            "gatehouse.exemption.second-person-above=0",
            "gatehouse.credentials.attempts=1",
            "gatehouse.data-dir=target/test-data/${random.uuid}"
        })
@ActiveProfiles("sandbox")
abstract class JourneyTest {

    private static final String PASSWORD = "gatehouse";

    private static Playwright playwright;
    private static Browser browser;

    private final List<BrowserContext> contexts = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void openTheBrowser() {
        var program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        requireBrowser(program);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static void requireBrowser(Optional<Path> program) {
        var hint = "No Chromium found: install one (Debian: apt-get install chromium) to run the journeys";
        if (System.getenv("CI") != null) {
            assertThat(program).as(hint).isPresent();
        }
        Assumptions.assumeTrue(program.isPresent(), hint);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void closeTheWindows() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** The address of the application. */
    String base() {
        return "http://localhost:" + port;
    }

    /** Opens a window of their own for a person and signs them in. */
    Page signedIn(String username) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en").setBaseURL(base()));
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.navigate("/sign-in?lang=en");
        page.fill("[name=username]", username);
        page.fill("[name=password]", PASSWORD);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(it -> !it.contains("/sign-in"));
        return page;
    }

    /** Keeps a picture of the page beside the reports, as if the window were high enough for all of it. */
    static void picture(Page page, String name) {
        var size = page.viewportSize();
        var whole = (int) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(size.width, Math.max(size.height, whole));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", name + ".png")));
        page.setViewportSize(size.width, size.height);
    }
}
