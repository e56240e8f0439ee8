package io.gatehouse.journey;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Tasklist, as it is dressed for the superapp's people. */
class TasklistJourneyTests extends JourneyTest {

    private static final AppId HARBOUR_LIGHTS = new AppId("wx9a27d4e1f053");

    private static final AppId PAPER_LANTERNS = new AppId("wx5e17c03ab4d8");
    private static final String HOSTILE = """
            <script>alert(1)</script> "><img src=x onerror=alert(2)> [a](javascript:alert(3)) {{link}} www.evil.example
            1. https://evil.example
            > **שלום** 123 😀
            end""";
    private static final String ONE_LINE = HOSTILE.replace('\n', ' ');

    @Autowired
    private Games games;

    @Test
    void lastsFromARefusedDecisionInChineseToItsCorrectionAndTheSignOut() {

        games.register(HARBOUR_LIGHTS, new TeamId("northlight"), "Harbour Lights", true);
        var team = signedIn("administrator");
        team.navigate("/virtual-payment/enablement?game=" + HARBOUR_LIGHTS);
        team.fill("[name=message]", "Season start is 1 December");
        team.locator("main form button[type=submit]").first().click();
        var number = team.locator(".gh-timeline b").first().innerText();

        var page = signedIn("reviewer");
        page.navigate("/?lang=zh");
        var tasklist = new Tasklist(page).open("开通支付", number);
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        page.getByText("认领", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator(".fjs-container")).containsText("申请为Harbour Lights开通支付");
        picture(page, "tasklist-chinese");

        tasklist.choose("驳回");
        submit(page);
        tasklist.showsError("驳回时必须填写说明").showsErrorAt("说明", "驳回时必须填写说明");
        picture(page, "tasklist-chinese-refusal");
        tasklist.write("说明", "请补充客服地址");
        submit(page);
        tasklist.isDone();

        page.locator(".account a").first().click();
        page.locator("li.logout a").click();
        page.waitForURL("/sign-in?out");
        page.navigate("/reviews");
        page.waitForURL("/sign-in");
        team.waitForCondition(() -> {
            team.reload();
            return team.locator("main").innerText().contains("请补充客服地址");
        });
    }

    @Test
    void leadsBackToTheConsole() {

        var page = signedIn("reviewer");
        page.navigate("/camunda/app/tasklist/default/");

        assertThat(page.locator(".ce-eol-banner")).isHidden();
        page.locator("a", new Page.LocatorOptions().setHasText("Back to the console"))
                .click();

        page.waitForURL("/");
    }

    @Test
    void showsWhatATeamWroteAsItWroteIt() {

        games.register(PAPER_LANTERNS, new TeamId("northlight"), "(Paper) *Lanterns*", true);
        var team = signedIn("administrator");
        team.navigate("/virtual-payment/enablement?game=" + PAPER_LANTERNS);
        team.fill("[name=message]", HOSTILE);
        team.locator("main form button[type=submit]").first().click();
        var number = team.locator(".gh-timeline b").first().innerText();
        assertThat(team.locator(".gh-timeline p").first()).hasText(ONE_LINE);

        var page = signedIn("reviewer");
        page.navigate("/?lang=zh");
        new Tasklist(page).open("开通支付", number);
        var form = page.locator(".fjs-container");
        assertThat(form.locator("blockquote")).containsText("<script>alert(1)</script>");
        assertThat(form.locator("blockquote br")).hasCount(3);
        assertThat(form.locator("strong").nth(1)).containsText("(Paper) *Lanterns*");
        assertThat(form.locator("img, script, ol, blockquote a, blockquote blockquote"))
                .hasCount(0);
        assertThat(form.locator("a[href*='/reviews/']")).hasAttribute("target", "_blank");
        picture(page, "tasklist-hostile");

        page.navigate("/reviews/" + number);
        assertThat(page.locator("main blockquote").first()).hasText(ONE_LINE);
        assertThat(page.locator("main blockquote img, main blockquote a")).hasCount(0);
    }

    private static void submit(Page page) {
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText("提交"))
                .click();
    }
}
