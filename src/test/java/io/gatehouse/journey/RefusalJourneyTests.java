package io.gatehouse.journey;

import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** What people are refused, and what they read then: one refusal of each process. */
class RefusalJourneyTests extends JourneyTest {

    private static final String SKYFORGE_ISLES = "wx7f20c4a19be3";
    private static final String PAPER_KITES = "wx2e6b90f4c8d1";
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{8}-\\d{4}");

    @Autowired
    private People people;

    @Autowired
    private JdbcClient db;

    @Test
    void merchantAndPaymentAreRejectedForAReasonInTasklist() {
        var team = new Desk(signedIn("administrator-2"));
        var reviewer = new Tasklist(signedIn("reviewer"));

        var binding = askToBind(team);
        reviewer.open("Enablement", binding).claim().choose("Reject").complete();
        reviewer.showsError("A note is required to reject");
        picture(reviewer.page(), "tasklist-refusal");
        reviewer.open("Enablement", binding)
                .choose("Reject")
                .write("Note", "The contract of Kite KK is not signed yet")
                .complete()
                .isDone();
        team.awaits("The contract of Kite KK is not signed yet").picture("merchant-rejected");

        var again = askToBind(team);
        reviewer.open("Enablement", again).claim().choose("Approve").complete().isDone();
        team.awaits("Effective");

        var withdrawn = askToEnable(team);
        team.press("Withdraw request")
                .reads("Request " + withdrawn + " was withdrawn.")
                .picture("enablement-withdrawn");

        var enablement = askToEnable(team);
        reviewer.open("Enablement", enablement)
                .claim()
                .choose("Reject")
                .write("Note", "Show a support address in the game")
                .complete()
                .isDone();
        team.awaits("Show a support address in the game").reads("Rejected").picture("enablement-rejected");
    }

    @Test
    void whoAskedForAnExemptionDoesNotGrantItAndSomebodyElseRejectsIt() {
        var both = new Username("both");
        people.register(both, "Ines Prado", "ines@northlight.example", "gatehouse", Locale.ENGLISH);
        people.join(both, new TeamId("northlight"), Role.ADMINISTRATOR);
        var desk = new Desk(signedIn("both")).open("/virtual-payment/configuration?game=" + SKYFORGE_ISLES);
        desk.main().locator("#exemption details.gh-more > summary").first().click();
        var number = desk.type("Message to the superapp", "Our items never change")
                .press("Send request")
                .reads("Asked for exemption under")
                .find(Pattern.compile("EX-\\d{8}-\\d{4}"));
        db.sql("delete from membership where username = 'both'").update();
        people.join(both, null, Role.REVIEW_STAFF);

        var asker = signedIn("both");
        new Tasklist(asker).open("Exemptions", number).claim().showsError("cannot decide it");
        picture(asker, "tasklist-four-eyes");
        new Desk(asker)
                .open("/reviews/" + number)
                .reads("Whoever asks never decides")
                .picture("review-own");

        new Desk(signedIn("reviewer-2"))
                .open("/reviews/" + number)
                .type("Note to the team", "Sell for a month first")
                .press("Reject")
                .reads("is kept");
        skyforge("administrator")
                .open("/virtual-payment/configuration?game=" + SKYFORGE_ISLES)
                .reads("Rejected under " + number + ": Sell for a month first")
                .picture("exemption-rejected");
    }

    @Test
    void releaseIsWithdrawnByWhoAskedForIt() {
        var team = skyforge("administrator");

        team.open("/virtual-payment/items?tab=REJECTED&game=" + SKYFORGE_ISLES)
                .tick("Choose all on this page")
                .press("Ask for release")
                .type("Message to the reviewers", "Once more")
                .press("Ask for release of 1 item");
        var number = team.reads("Asked for release under").find(NUMBER);
        team.follow("Release requests").picture("releases").press("Withdraw");

        team.reads("Withdrawn: " + number).picture("release-withdrawn");
    }

    @Test
    void refundIsRefusedForAReasonAndThePlayerKeepsTheItem() {
        var team = skyforge("administrator");
        var playground = new Playground(new Desk(signedIn("developer")), SKYFORGE_ISLES);
        var order = playground.buy("60 gems", "Priya");
        playground.awaits("In the player's bag").wantBack("I have spent them all");

        var reviewer = new Desk(signedIn("reviewer"));
        reviewer.go("Refunds").awaits(order).followRow(order);
        reviewer.tick("Refuse it")
                .press("Decide")
                .reads("To refuse needs a note")
                .picture("refund-note-missing");
        reviewer.type("Note", "The gems were spent").press("Decide").reads("was taken");

        team.open("/virtual-payment/after-sales?game=" + SKYFORGE_ISLES)
                .awaits(order)
                .followRow(order)
                .awaits("Refused. The player keeps the item")
                .reads("The gems were spent")
                .picture("refund-refused");
    }

    @Test
    void undeliveredOrderIsConfirmedByHandWithEvidence() {
        var team = skyforge("senior-developer");
        var playground = new Playground(new Desk(signedIn("developer")), SKYFORGE_ISLES).tell("answer HTTP 500");
        var order = playground.buy("60 gems", "Otis");

        team.open("/virtual-payment/orders/" + order + "?game=" + SKYFORGE_ISLES)
                .awaits("What is to be done?")
                .tick("Confirm that the player has the item")
                .press("Resolve")
                .reads("evidence")
                .picture("order-evidence-missing");
        team.type("Note", "Support handed the gems out, ticket 4711")
                .press("Resolve")
                .reads("is recorded");

        team.awaits("The item is delivered.").reads("ticket 4711").picture("order-confirmed");
        playground.tell("check it, deliver, answer with success");
    }

    /** The game that the sample people opened in the seconds after the start. */
    private Desk skyforge(String username) {
        return new Desk(signedIn(username))
                .open("/virtual-payment/items?game=" + SKYFORGE_ISLES)
                .awaits("Star shield");
    }

    private static String askToBind(Desk team) {
        team.open("/virtual-payment/merchant?game=" + PAPER_KITES)
                .type("Merchant ID", "M-20731")
                .type("Merchant name", "Kite KK")
                .type("Message to the superapp", "Our kites sell in Japan")
                .press("Ask to bind");
        return team.find(NUMBER);
    }

    private static String askToEnable(Desk team) {
        team.open("/virtual-payment/enablement?game=" + PAPER_KITES)
                .type("Message to the superapp", "Kites for the spring wind")
                .press("Request permission");
        return team.find(NUMBER);
    }
}
