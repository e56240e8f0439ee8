package io.gatehouse.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The whole job as the README tells it: from the wish to sell to the auditor who reads it back. */
class StoryJourneyTests extends JourneyTest {

    private static final String LANTERN_DRIFT = "wx51b8e20d77c4";
    private static final String OF_THE_GAME = "?game=" + LANTERN_DRIFT;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{8}-\\d{4}");

    @TempDir
    Path downloads;

    private final List<String> cases = new ArrayList<>();

    @Test
    void aGameIsEnabledSellsDeliversRefundsAndIsReadBack() throws IOException {
        var administrator = new Desk(signedIn("administrator"));
        var playground = new Playground(new Desk(signedIn("developer")), LANTERN_DRIFT);

        enablePayment(administrator);
        configure(administrator, playground);
        addItems(administrator);
        releaseAllButOne(administrator);
        var delivered = deliver(administrator, playground);
        resolveUndelivered(administrator, playground);
        refund(administrator, playground, delivered);
        readBack();
    }

    private void enablePayment(Desk administrator) {
        administrator
                .open("/virtual-payment/enablement" + OF_THE_GAME)
                .type("Message to the superapp", "Lanterns for the winter season")
                .press("Request permission");
        var number = administrator.picture("enablement-asked").find(NUMBER);
        var reviewer = new Tasklist(signedIn("reviewer"))
                .open("Enablement", number)
                .claim()
                .choose("Approve");
        picture(reviewer.page(), "tasklist-approve");
        reviewer.complete().isDone();
        administrator.awaits("Payment is enabled since").picture("enablement-enabled");
        cases.add(number);
    }

    private void configure(Desk administrator, Playground playground) {
        administrator
                .go("Basic configuration")
                .type("URL", toy("notify"))
                .type("Test URL", toy("test-notify"))
                .press("Save")
                .reads("A certificate and key are being issued")
                .awaits("Show passphrase")
                .picture("configuration-issued");
        var credential = administrator.find(Pattern.compile("CR-\\d{8}-\\d{4}"));
        cases.add(credential);
        administrator.press("Show passphrase").picture("passphrase");
        var passphrase = administrator.main().locator(".gh-secret code").innerText();
        administrator.follow("Back to the configuration").doesNotRead("Show passphrase");

        administrator
                .go("Sent mail")
                .awaits(credential)
                .follow(credential + " of Lantern Drift")
                .picture("mail-archive");
        var archive = administrator.download("Download", downloads);
        playground.enterKeys(archive, passphrase).picture("playground-keys");

        administrator
                .go("Basic configuration")
                .press("Send test notification")
                .reads("The test notification was answered", "HTTP 200")
                .picture("configuration-tested")
                .go("Virtual items")
                .press("Turn notifications on")
                .reads("Delivery notifications are on.");
    }

    private void addItems(Desk administrator) throws IOException {
        var picture = administrator.go("Playground").download("potion.png", downloads);
        administrator
                .go("Virtual items")
                .follow("Add item")
                .type("Item id", "oil")
                .type("Name", "Lamp oil")
                .type("Price, USD", "0.99")
                .attach("Picture", picture)
                .press("Save draft")
                .reads("is a draft")
                .follow("Import");
        var template = administrator.download("Download template", downloads);
        administrator
                .attach("Workbook (.xlsx)", ItemWorkbook.filledIn(template, 20, Files.readAllBytes(picture)))
                .press("Check the workbook")
                .reads("Nothing has been written yet.", "20 rows will be written")
                .picture("import-dry-run")
                .press("Write 20 rows")
                .reads("20 drafts were written")
                .picture("items-drafts");
    }

    private void releaseAllButOne(Desk administrator) {
        administrator
                .open("/virtual-payment/items" + OF_THE_GAME)
                .tick("Choose all on this page")
                .press("Ask for release")
                .type("Message to the reviewers", "The lanterns of the winter season")
                .picture("release-ask")
                .press("Ask for release of 21 items");
        var number = administrator.reads("Asked for release under").find(NUMBER);
        cases.add(number);

        var reviewer = new Desk(signedIn("reviewer")).go("Review");
        reviewer.awaits(number).picture("reviews").followRow(number).press("Approve group");
        var last = reviewer.main().locator(".gh-change").filter(new Locator.FilterOptions().setHasText("lantern_20"));
        last.getByLabel("Reject", new Locator.GetByLabelOptions().setExact(true))
                .check();
        last.locator("input[name^='why.']").fill("The picture shows a potion, not a lantern");
        reviewer.picture("review-release").press("Decide 21").reads("is kept").picture("reviews-after");

        administrator
                .open("/virtual-payment/items" + OF_THE_GAME)
                .awaits("The picture shows a potion, not a lantern")
                .picture("items-released");
        assertThat(administrator.page().locator("tbody .gh-status.is-ok")).hasCount(20);
    }

    private String deliver(Desk administrator, Playground playground) {
        var order = playground.picture("playground").buy("Lamp oil", "Wren");
        playground.awaits("In the player's bag").picture("playground-delivered");
        administrator
                .go("Order record")
                .awaits(order)
                .picture("orders")
                .followRow(order)
                .awaits("Delivered", "HTTP 200")
                .reads(order)
                .picture("order-delivered");
        cases.add(order);
        return order;
    }

    private void resolveUndelivered(Desk administrator, Playground playground) {
        var order = playground.tell("answer HTTP 500").buy("Lantern no. 1", "Tao");
        playground.awaits("failed, as told").picture("playground-failing");
        administrator
                .open("/virtual-payment/orders/" + order + OF_THE_GAME)
                .awaits("Your team decides, until", "What is to be done?")
                .picture("order-undelivered");
        playground.tell("check it, deliver, answer with success");
        administrator
                .tick("Send the notification again")
                .type("Note", "Our server is mended")
                .press("Resolve")
                .reads("is recorded")
                .awaits("The item is delivered.")
                .picture("order-resolved");
        cases.add(order);
    }

    private void refund(Desk administrator, Playground playground, String order) {
        playground.show(order).wantBack("Bought the wrong lantern");
        var reviewer = new Desk(signedIn("reviewer-2"));
        reviewer.go("Refunds").awaits(order).picture("refunds");
        reviewer.followRow(order);
        var number = reviewer.find(NUMBER);
        reviewer.tick("Grant the refund").press("Decide").reads("was taken").picture("refund-decided");
        cases.add(number);

        playground.show(order).awaits("item taken back").picture("playground-refunded");
        administrator
                .go("After-sales")
                .awaits("Refunded")
                .reads(number, order)
                .picture("after-sales")
                .follow(number)
                .reads("The player has the money.")
                .picture("refund-paid");
        administrator.open("/virtual-payment/orders/" + order + OF_THE_GAME).reads("Refunded");
    }

    private void readBack() {
        var auditor = new Desk(signedIn("auditor")).go("Audit").picture("audit");
        for (var number : cases) {
            auditor.open("/audit/cases/" + number).reads(number);
            assertThat(auditor.page().locator(".gh-diagram svg").first()).isVisible();
            auditor.picture("audit-" + number.substring(0, 2).toLowerCase());
        }
    }

    private String toy(String path) {
        return base() + "/toy/game/" + LANTERN_DRIFT + "/" + path;
    }
}
