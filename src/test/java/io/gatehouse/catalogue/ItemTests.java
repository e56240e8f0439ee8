package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemTests {

    private static final Username MEI = new Username("mei");
    private static final Username HANA = new Username("hana");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String REQUEST = "RL-20261123-0001";

    @Test
    void beginsAsADraftOfVersionOne() {

        var gems = gems();

        assertThat(gems.draft()).contains(1);
        assertThat(gems.released()).isEmpty();
    }

    @Test
    void isEditedIntoItsNextVersion() {

        var gems = gems().edit(MEI, LATER).edit(MEI, LATER);

        assertThat(gems.draft()).contains(3);
        assertThat(gems.latest()).isEqualTo(3);
    }

    @Test
    void isNotEditedWhileInReview() {

        var gems = gems().submit(REQUEST);

        refuses("item.in-review", () -> gems.edit(MEI, LATER));
    }

    @Test
    void isNotSubmittedTwice() {

        var gems = gems().submit(REQUEST);

        refuses("item.in-review", () -> gems.submit("RL-20261123-0002"));
    }

    @Test
    void isReleasedFromReview() {

        var gems = gems().submit(REQUEST).release(REQUEST, false, LATER);

        assertThat(gems.released()).contains(1);
        assertThat(gems.draft()).isEmpty();
    }

    @Test
    void isNotReleasedWithoutReview() {

        refuses("item.not-in-review", () -> gems().release(REQUEST, false, LATER));
    }

    @Test
    void isNotReleasedUnderAnotherRequest() {

        var gems = gems().submit(REQUEST);

        refuses("item.not-in-review", () -> gems.release("RL-20261123-0002", false, LATER));
    }

    @Test
    void sellsOnWhileItsNextDraftIsEditedAndReviewed() {

        var gems = released().edit(MEI, LATER).submit(REQUEST);

        assertThat(gems.released()).contains(1);
        assertThat(gems.draft()).contains(2);
    }

    @Test
    void sellsItsOldVersionWhenTheNewOneIsRejected() {

        var gems = released().edit(MEI, LATER).submit(REQUEST).reject(REQUEST, "Too dear");

        assertThat(gems.released()).contains(1);
        assertThat(gems.draft()).contains(2);
    }

    @Test
    void isSubmittedAgainAfterARejection() {

        var gems = gems().submit(REQUEST).reject(REQUEST, "Blurred picture");

        assertThat(gems.submit("RL-20261123-0002").isInReview()).isTrue();
    }

    @Test
    void isADraftAgainWhenTheRequestIsWithdrawn() {

        var gems = gems().submit(REQUEST).returnToDraft(REQUEST);

        assertThat(gems.isInReview()).isFalse();
        assertThat(gems.edit(MEI, LATER).draft()).contains(2);
    }

    @Test
    void hasNothingToReleaseWhenAllOfItIsReleased() {

        refuses("item.nothing-to-release", () -> released().submit(REQUEST));
    }

    @Test
    void stopsSellingWhenRemovedAndKeepsItsVersionAsADraft() {

        var gems = released().remove(Removal.byTeam(MEI, "Season over", LATER));

        assertThat(gems.released()).isEmpty();
        assertThat(gems.draft()).contains(1);
    }

    @Test
    void keepsItsNewerDraftWhenRemoved() {

        var gems = released().edit(MEI, LATER).remove(Removal.byTeam(MEI, "Season over", LATER));

        assertThat(gems.draft()).contains(2);
    }

    @Test
    void leavesReviewWhenTakenDown() {

        var gems = released().edit(MEI, LATER).submit(REQUEST).remove(Removal.bySuperapp(HANA, "Misleading", LATER));

        assertThat(gems.isInReview()).isFalse();
        assertThat(gems.isTakenDownBySuperapp()).isTrue();
        refuses("item.not-in-review", () -> gems.release(REQUEST, false, LATER));
    }

    @Test
    void isNotRemovedBeforeItSells() {

        refuses("item.not-released", () -> gems().remove(Removal.byTeam(MEI, "Season over", LATER)));
    }

    @Test
    void isNotRemovedWithoutAReason() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Removal.byTeam(MEI, "  ", LATER))
                .satisfies(it -> assertThat(it.field()).isEqualTo("reason"));
    }

    @Test
    void comesBackThroughReviewAfterATakedown() {

        var gems = released().remove(Removal.bySuperapp(HANA, "Misleading", LATER));

        gems.submit("RL-20261123-0002").release("RL-20261123-0002", false, LATER);

        assertThat(gems.released()).contains(1);
        assertThat(gems.isTakenDownBySuperapp()).isFalse();
    }

    @Test
    void isDeletedOnlyIfItWasNeverReleased() {

        var removed = released().remove(Removal.byTeam(MEI, "Season over", LATER));

        refuses("item.was-released", () -> removed.delete(MEI, LATER));
        assertThat(gems().delete(MEI, LATER).isDeleted()).isTrue();
    }

    @Test
    void isNotDeletedWhileInReview() {

        refuses("item.in-review", () -> gems().submit(REQUEST).delete(MEI, LATER));
    }

    @Test
    void keepsItsIdFromReuseWhenDeleted() {

        var gems = gems().delete(MEI, LATER);

        refuses("item.deleted", () -> gems.edit(MEI, LATER));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(gems::requireNotDeletedBefore)
                .satisfies(it -> assertThat(it.code()).isEqualTo("item.code-was-used"));
    }

    private static Item gems() {
        return new Item(UUID.randomUUID(), new AppId("wx7f20c4a19be3"), new ItemCode("gem_100"), MEI, NOW);
    }

    private static Item released() {
        return gems().submit("RL-20261122-0007").release("RL-20261122-0007", false, NOW);
    }

    private static void refuses(String code, Runnable act) {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(act::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
