package io.gatehouse.catalogue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.gatehouse.access.Role;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The review of a release … */
class ReleaseReviewTests extends CatalogueTest {

    @Test
    void keepsTheVerdictsWhileSomeItemsAreOpen() {

        add("gem_100", "0.99");
        add("gem_550", "4.99");
        var number = ask("gem_100", "gem_550");

        var left = review(number, HANA, Map.of("gem_550", Verdict.rejected("Blurred")));
        decide(number, LEO, Map.of("decision", "approve"));

        assertThat(left).isEqualTo(1);
        assertThat(catalogue.released(game, "gem_100")).isPresent();
        assertThat(catalogue.released(game, "gem_550")).isEmpty();
        assertThat(endOf(number)).isEqualTo("ItemsPartlyReleased");
    }

    @Test
    void showsWhatChangesAndWhatWasDecidedBefore() {

        release("gem_100", "1.00");
        catalogue.edit(game, new ItemEntry("gem_100", "100 gems", "1.10", ""), null, MEI);
        var number = ask("gem_100");

        var line = reviews.pending(number).lines().get(0);

        assertThat(line.isPriceChanged()).isTrue();
        assertThat(line.isNameChanged()).isTrue();
        assertThat(line.isPictureChanged()).isFalse();
        assertThat(line.priceChange()).isEqualByComparingTo("10.0");
        assertThat(line.earlier()).singleElement().satisfies(it -> {
            assertThat(it.by()).isEqualTo(HANA);
            assertThat(it.released()).isTrue();
        });
    }

    @Test
    void isNotDecidedByWhoeverEditedAnItemInIt() {

        var nora = new Username("nora-of-catalogue");
        person(nora, "Nora Lind", games.get(game).team(), Role.DEVELOPER);
        catalogue.add(game, new ItemEntry("gem_100", "Gems", "0.99", ""), CatalogueFixtures.png(Color.RED), nora);
        var number = ask("gem_100");
        changeSides(nora, Role.REVIEW_STAFF);

        refuses("request.four-eyes", () -> decide(number, nora, Map.of("decision", "approve")));
        refuses("request.four-eyes", () -> review(number, nora, Map.of("gem_100", Verdict.approved())));
    }

    @Test
    void isNotRejectedWithoutANote() {

        add("gem_100", "0.99");
        var number = ask("gem_100");

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "reject")));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Verdict.rejected(" "));
        assertThat(requests.get(number).isOpen()).isTrue();
    }

    @Test
    void doesNotReleaseWhatWasRemovedMeanwhile() {

        release("gem_100", "1.00");
        edit("gem_100", "1.10");
        add("gem_550", "4.99");
        var number = ask("gem_100", "gem_550");
        catalogue.remove(game, codes("gem_100"), "Season over", MEI);

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(catalogue.released(game, "gem_100")).isEmpty();
        assertThat(catalogue.released(game, "gem_550")).isPresent();
        assertThat(endOf(number)).isEqualTo("ItemsPartlyReleased");
    }

    @Test
    void locksItsItemsAndKnowsOnlyThoseOfItsGame() {

        add("gem_100", "0.99");
        var number = ask("gem_100");

        refuses("item.in-review", () -> edit("gem_100", "1.00"));
        refuses("item.in-review", () -> ask("gem_100"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ask("gem_999"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> review(number, HANA, Map.of("gem_999", Verdict.approved())));
    }

    @Test
    void takesManyItemsInOneRequest() {

        var codes = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            add("coin_" + i, "1.00");
            codes.add("coin_" + i);
        }

        var number = ask(codes.toArray(String[]::new));
        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(catalogue.counts(game)).containsEntry(ItemTab.RELEASED, 120);
        assertThat(history.of(number)).hasSize(1);
    }
}
