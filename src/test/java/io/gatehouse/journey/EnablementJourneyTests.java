package io.gatehouse.journey;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The administrator asks, a reviewer decides in Tasklist, the administrator reads it. */
class EnablementJourneyTests extends JourneyTest {

    static final String LANTERN_DRIFT = "wx51b8e20d77c4";

    @Test
    void endsWithPaymentRejectedForAReasonAndThenEnabled() {

        var team = signedIn("administrator");
        var number = ask(team, "Season start is 1 December");

        var reviewer =
                new Tasklist(signedIn("reviewer")).open("Enablement", number).claim();
        picture(reviewer.page(), "tasklist-enablement");
        reviewer.choose("Reject").complete();
        picture(reviewer.page(), "tasklist-refusal");
        reviewer.showsError("A note is required to reject");
        reviewer.open("Enablement", number)
                .choose("Reject")
                .write("Note", "Show a support address")
                .complete()
                .isDone();

        team.reload();
        assertThat(team.locator("main")).containsText("Show a support address");

        var again = ask(team, "The support address is in the settings now");
        new Tasklist(signedIn("reviewer-2"))
                .open("Enablement", again)
                .claim()
                .choose("Approve")
                .complete()
                .isDone();

        team.waitForCondition(() -> {
            team.reload();
            return team.locator("main").innerText().contains("Enabled");
        });
        picture(team, "enablement-enabled");
    }

    private static String ask(Page team, String message) {
        team.navigate(BASE + "/virtual-payment/enablement?game=" + LANTERN_DRIFT);
        team.fill("[name=message]", message);
        team.locator("main form button[type=submit]").first().click();
        return team.locator(".gh-timeline b").first().innerText();
    }
}
