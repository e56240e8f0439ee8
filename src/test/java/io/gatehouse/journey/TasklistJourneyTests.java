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
        tasklist.showsError("驳回时必须填写说明");
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

    private static void submit(Page page) {
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText("提交"))
                .click();
    }
}
