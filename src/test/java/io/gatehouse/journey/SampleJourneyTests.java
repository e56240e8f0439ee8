package io.gatehouse.journey;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a newcomer finds after the first start. */
class SampleJourneyTests extends JourneyTest {

    private static final String OF_SKYFORGE_ISLES = "?game=wx7f20c4a19be3";
    private static final Pattern EIGHTEEN_OR_MORE = Pattern.compile("\\b(1[89]|[2-9]\\d) orders\\b");

    @Test
    void skyforgeIslesSellsAndHasWorkForReviewers() {

        var team = new Desk(signedIn("operator"))
                .open("/virtual-payment/items" + OF_SKYFORGE_ISLES)
                .awaits("Star shield")
                .picture("sample-items")
                .open("/virtual-payment/orders" + OF_SKYFORGE_ISLES);

        assertThat(team.main()).containsText(EIGHTEEN_OR_MORE);
        team.reads("Delivered").picture("sample-orders");
        new Desk(signedIn("reviewer-2"))
                .go("Review")
                .awaits("Item release", "Refund")
                .picture("sample-reviews");
    }
}
