package io.gatehouse.catalogue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.mail.Mails;
import io.gatehouse.requests.RequestStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** One test for each end of {@code item-release}, and for each event at its tasks. */
class ItemReleaseProcessTests extends CatalogueTest {

    @Autowired
    Mails mails;

    @Test
    void releasesWhatAReviewerApproves() {

        add("gem_100", "0.99");
        var number = ask("gem_100");

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(catalogue.released(game, "gem_100")).hasValueSatisfying(item -> {
            assertThat(item.price().minor()).isEqualTo(99);
            assertThat(item.version()).isEqualTo(1);
        });
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(mails.of(number))
                .anySatisfy(mail -> assertThat(mail.subject()).contains(number));
        assertThat(endOf(number)).isEqualTo("ItemsReleased");
    }

    @Test
    void releasesPartOfThemWhenOneIsRejected() {

        add("gem_100", "0.99");
        add("gem_550", "4.99");
        var number = ask("gem_100", "gem_550");

        var left = review(
                number,
                HANA,
                Map.of("gem_100", Verdict.approved(), "gem_550", Verdict.rejected("The picture shows another item")));

        assertThat(left).isZero();
        assertThat(catalogue.released(game, "gem_100")).isPresent();
        assertThat(catalogue.released(game, "gem_550")).isEmpty();
        assertThat(catalogue.get(game, new ItemCode("gem_550")).objection())
                .isEqualTo("The picture shows another item");
        assertThat(mails.of(number))
                .anySatisfy(mail -> assertThat(mail.body()).contains("gem_550: The picture shows another item"));
        assertThat(endOf(number)).isEqualTo("ItemsPartlyReleased");
    }

    @Test
    void rejectsAllOfThemWithANote() {

        add("gem_100", "0.99");
        add("gem_550", "4.99");
        var number = ask("gem_100", "gem_550");

        decide(number, HANA, Map.of("decision", "reject", "note", "Prices are not those of the store"));

        assertThat(catalogue.counts(game)).containsEntry(ItemTab.REJECTED, 2).containsEntry(ItemTab.RELEASED, 0);
        assertThat(requests.get(number).note()).isEqualTo("Prices are not those of the store");
        assertThat(endOf(number)).isEqualTo("ItemsRejected");
    }

    @Test
    void returnsThemToDraftWhenTheSubmitterWithdraws() {

        add("gem_100", "0.99");
        var number = ask("gem_100");

        releases.withdraw(game, number, MEI);

        assertThat(catalogue.get(game, new ItemCode("gem_100")).draftState()).isEqualTo("DRAFT");
        assertThat(tasks.open(number)).isEmpty();
        assertThat(endOf(number)).isEqualTo("ReleaseWithdrawn");
    }

    @Test
    void remindsReviewersAndTellsTheAdministratorWhenOverdue() {

        add("gem_100", "0.99");
        var number = ask("gem_100");

        passTime(Duration.ofDays(6));

        assertThat(inbox.naming(number))
                .anyMatch(it -> it.isTo(HANA + "@example.com") && it.text().contains("/reviews/" + number))
                .anyMatch(it -> it.isTo(DANA + "@example.com") && it.subject().contains("overdue"));
        assertThat(tasks.open(number)).hasSize(1);
        assertThat(history.of(number).get(0).row().endActivity()).isNull();
    }

    @Test
    void asksASecondPersonAboveAPrice() {

        add("crown", "600.00");
        var number = ask("crown");

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(catalogue.released(game, "crown")).isEmpty();
        assertThat(tasks.open(number))
                .singleElement()
                .satisfies(task -> assertThat(task.key()).isEqualTo("ReviewItemsAgain"));
        refuses("release.second-person", () -> decide(number, HANA, Map.of("decision", "approve")));

        decide(number, LEO, Map.of("decision", "approve"));

        assertThat(catalogue.released(game, "crown")).isPresent();
        assertThat(endOf(number)).isEqualTo("ItemsReleased");
    }

    @Test
    void asksASecondPersonWhenAPriceRisesByMoreThanHalf() {

        release("gem_100", "1.00");
        edit("gem_100", "1.60");
        var number = ask("gem_100");

        decide(number, HANA, Map.of("decision", "approve"));
        var review = reviews.pending(number);
        decide(number, LEO, Map.of("decision", "reject", "note", "Too steep"));

        assertThat(review.stage()).isEqualTo(2);
        assertThat(review.firstReviewer()).isEqualTo(HANA);
        assertThat(catalogue.released(game, "gem_100"))
                .hasValueSatisfying(it -> assertThat(it.price().minor()).isEqualTo(100));
        assertThat(endOf(number)).isEqualTo("ItemsRejected");
    }

    @Test
    void endsWithdrawnAlsoInTheSecondReview() {

        add("crown", "600.00");
        var number = ask("crown");
        decide(number, HANA, Map.of("decision", "approve"));

        passTime(Duration.ofDays(6));
        releases.withdraw(game, number, MEI);

        assertThat(endOf(number)).isEqualTo("AgainReleaseWithdrawn");
        assertThat(catalogue.get(game, new ItemCode("crown")).draftState()).isEqualTo("DRAFT");
    }

    @Test
    void goesOutAtOnceWhereTheGameIsExempt() {

        exempt();
        add("gem_100", "0.99");

        var number = ask("gem_100");

        assertThat(catalogue.released(game, "gem_100")).isPresent();
        assertThat(catalogue.get(game, new ItemCode("gem_100")).releasedExempt())
                .isTrue();
        assertThat(requests.get(number).note()).startsWith("exempt: EX-");
        assertThat(endOf(number)).isEqualTo("ItemsReleased");
    }

    @Test
    void reviewsWhatWasTakenDownEvenWhereTheGameIsExempt() {

        release("gem_100", "0.99");
        exempt();
        catalogue.takeDown(game, codes("gem_100"), "Misleading", DANA);

        var number = ask("gem_100");
        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(catalogue.released(game, "gem_100")).isEmpty();
        assertThat(tasks.open(number))
                .singleElement()
                .satisfies(task -> assertThat(task.key()).isEqualTo("ReviewItemsAgain"));
    }
}
