package io.gatehouse.journey;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** What was granted is taken back, and what fails is put right: each by another person than the one before. */
class RevocationJourneyTests extends JourneyTest {

    private static final TeamId NORTHLIGHT = new TeamId("northlight");
    private static final String SKYFORGE_ISLES = "wx7f20c4a19be3";
    private static final Pattern EXEMPTION = Pattern.compile("EX-\\d{8}-\\d{4}");
    private static final Pattern REVOCATION = Pattern.compile("RV-\\d{8}-\\d{4}");

    @TempDir
    Path downloads;

    @Autowired
    private Games games;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient db;

    @Test
    void exemptionEndsByARevocationStartedInTasklistAndConfirmedByASecondPerson() {
        var game = game("wx81c5e0d24a70", "Tide Runners");
        var second = new Username("nils");
        people.register(second, "Nils Holm", "nils@superapp.example", "gatehouse", Locale.ENGLISH);
        people.join(second, null, Role.SUPERAPP_ADMINISTRATOR);
        var team = new Desk(signedIn("administrator"));
        exempt(team, game);
        releaseAnItem(team, game);

        var administrator = new Tasklist(signedIn("superapp-admin"));
        administrator
                .start("Revocation of an exemption")
                .write("Id of the mini game", game)
                .write("Reason", "Misleading items")
                .choose("Take down all")
                .send();
        var desk = new Desk(administrator.page());
        desk.open("/reviews").awaits("Tide Runners").picture("revocation-waits");
        var number = desk.find(REVOCATION);
        administrator.open("Exemptions", number).claim().showsError("cannot decide it");

        new Desk(signedIn("nils")).open("/reviews/" + number).press("Confirm").reads("is kept");
        team.open("/virtual-payment/configuration?game=" + game)
                .awaits("Misleading items")
                .picture("exemption-revoked");
        team.open("/virtual-payment/items?tab=TAKEN_DOWN&game=" + game).awaits("Tide pearl");
    }

    @Test
    void credentialsAreGivenUpWithAReasonThenIssuedThenTheOldOnesRevokedBySomebodyElse() {
        var game = game("wx3ad9071be6f2", "Ember Court");
        var team = new Desk(signedIn("administrator"));
        var here = "/virtual-payment/configuration?game=" + game;

        closeTheOffice();
        team.open(here)
                .type("URL", base() + "/toy/game/" + game + "/notify")
                .type("Test URL", base() + "/toy/game/" + game + "/test-notify")
                .press("Save");
        team.awaits("Issuing fails").picture("credentials-stuck");
        var number = team.find(Pattern.compile("CR-\\d{8}-\\d{4}"));
        new Tasklist(signedIn("superapp-admin"))
                .open("Credentials", number)
                .claim()
                .choose("Give up")
                .write("Note", "The authority is moved tonight: ask again tomorrow")
                .complete()
                .isDone();
        team.awaits("The authority is moved tonight").picture("credentials-given-up");

        openTheOffice();
        request(team, "The authority is back");
        team.awaits("Valid until");
        request(team, "A developer has left");
        team.awaits("Before it");
        var other = new Desk(signedIn("senior-developer")).open(here);
        other.main().locator("form[action$='/revocation'] button").click();
        other.reads("The old credential is revoked").doesNotRead("Before it").picture("credentials-revoked");
    }

    @Test
    void paymentIsDisabledForAReasonAndTheTeamReadsIt() {
        var game = game("wx60f4b7c82d1e", "Moss Garden");
        var team = new Desk(signedIn("administrator"));
        var here = "/virtual-payment/enablement?game=" + game;
        team.open(here).type("Message to the superapp", "Moss for everybody").press("Request permission");
        var number = team.find(Pattern.compile("EN-\\d{8}-\\d{4}"));
        new Desk(signedIn("reviewer"))
                .open("/reviews/" + number)
                .press("Approve")
                .reads("is kept");
        team.open(here).awaits("Readiness");

        new Desk(signedIn("superapp-admin"))
                .open(here)
                .type("Reason", "The game sells what it does not deliver")
                .press("Disable payment")
                .reads("Payment of the game is disabled");

        team.open(here).reads("The game sells what it does not deliver").picture("payment-disabled");
    }

    @Test
    void refundIsStartedInTasklistOnAPlayersBehalfAndGrantedByAnotherReviewer() {
        new Desk(signedIn("administrator"))
                .open("/virtual-payment/items?game=" + SKYFORGE_ISLES)
                .awaits("Star shield");
        var playground = new Playground(new Desk(signedIn("developer")), SKYFORGE_ISLES);
        var order = playground.buy("60 gems", "Priya");
        playground.awaits("In the player's bag");

        new Tasklist(signedIn("reviewer"))
                .start("Refund")
                .write("Game (appid)", SKYFORGE_ISLES)
                .write("Order number", order)
                .pick("Reason", "Problem with the product")
                .write("What happened", "The player called: the gems are blank")
                .send();
        var another = new Desk(signedIn("reviewer-2"));
        another.go("Refunds").awaits(order).followRow(order);
        another.reads("the gems are blank").picture("refund-by-staff");
    }

    private void exempt(Desk team, String game) {
        team.open("/virtual-payment/configuration?game=" + game);
        team.main().locator("#exemption details.gh-more > summary").first().click();
        var number = team.type("Message to the superapp", "Our items never change")
                .press("Send request")
                .reads("Asked for exemption under")
                .find(EXEMPTION);
        new Desk(signedIn("reviewer"))
                .open("/reviews/" + number)
                .press("Approve")
                .reads("is kept");
    }

    private void releaseAnItem(Desk team, String game) {
        var picture = team.go("Playground").download("potion.png", downloads);
        team.open("/virtual-payment/items?game=" + game)
                .follow("Add item")
                .type("Item id", "tide_pearl")
                .type("Name", "Tide pearl")
                .type("Price, USD", "1.99")
                .attach("Picture", picture)
                .press("Save draft")
                .reads("is a draft");
        team.open("/virtual-payment/items?game=" + game)
                .tick("Choose all on this page")
                .press("Ask for release")
                .type("What changes and why", "The first one")
                .press("Release 1 item");
        team.open("/virtual-payment/items?tab=RELEASED&game=" + game).awaits("Tide pearl");
    }

    private static void request(Desk team, String why) {
        team.main().locator("#credentials-request summary").click();
        team.type("Why a new certificate and key", why).press("Send request");
    }

    private String game(String id, String name) {
        games.register(new AppId(id), NORTHLIGHT, name, true);
        return id;
    }

    /** As if the key of the authority had been sealed with another key. */
    private void closeTheOffice() {
        db.sql("update credential_authority set generation = -generation").update();
        db.sql("insert into credential_authority values (1000, '', :nothing, now())")
                .param("nothing", new byte[0])
                .update();
    }

    private void openTheOffice() {
        db.sql("update credential_authority set generation = -generation where generation < 0")
                .update();
        db.sql("delete from credential_authority where sealed_key = :nothing")
                .param("nothing", new byte[0])
                .update();
    }
}
