package io.gatehouse.access;

import java.util.Map;
import java.util.TreeSet;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import io.gatehouse.access.Belongings.Kind;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to another team is answered exactly like what does not exist: the same status, headers and text, but for
 * the id itself that was typed. Asked of every route there is, with an id of everything a team can have; the team it
 * belongs to is asked the same, and finds it.
 */
class ForeignIdsTests extends TwoTeamsTest {

    /** They answer on the page of the members that there is no such member. */
    static final String TOLD_ON_THE_PAGE = "/team/members/";

    @Test
    void areKnownOfEveryRoute() {

        var unknown = new TreeSet<String>();
        for (var route : routes().toList()) {
            if (AskedIds.areOfAPerson(route)) {
                AskedIds.variables(route.path()).stream()
                        .filter(it -> !AskedIds.IN_PATHS.containsKey(it) && !AskedIds.OF_NOBODY.containsKey(it))
                        .forEach(unknown::add);
            }
        }

        assertThat(unknown).as("ids of what?").isEmpty();
    }

    @Test
    void areAnsweredLikeIdsOfNothing() {

        var soft = new SoftAssertions();
        var nothing = ofNothing();
        for (var route : routes().filter(AskedIds::areIn).toList()) {
            var there = ask(route, mine.administrator(), mine.game().value(), ids(theirs), Map.of());
            var nowhere = ask(route, mine.administrator(), mine.game().value(), nothing, Map.of());
            soft.assertThat(there.unlike(nowhere)).as(route.toString()).isEmpty();
            if (!route.path().startsWith(TOLD_ON_THE_PAGE)) {
                soft.assertThat(there.status()).as(route.toString()).isEqualTo(may(route, mine) ? 404 : 403);
            }
        }
        soft.assertAll();
    }

    @Test
    void areAnsweredLikeIdsOfNothingInAForeignGame() {

        var soft = new SoftAssertions();
        var nothing = ofNothing();
        for (var route : routes().filter(Route::isOnGame).toList()) {
            var there = ask(route, mine.administrator(), theirs.game().value(), ids(theirs), Map.of());
            var nowhere = ask(route, mine.administrator(), nothing.get(Kind.GAME), nothing, Map.of());
            soft.assertThat(there.unlike(nowhere)).as(route.toString()).isEmpty();
            soft.assertThat(there.status()).as(route.toString()).isEqualTo(404);
        }
        soft.assertAll();
    }

    @Test
    void areAnsweredLikeIdsOfNothingAsParameters() {

        var soft = new SoftAssertions();
        var nothing = ofNothing();
        for (var parameter : AskedIds.PARAMETERS) {
            var route = routes().filter(parameter::isOf).findFirst().orElseThrow(() -> new AssertionError(parameter));
            var there = ask(
                    route,
                    mine.administrator(),
                    mine.game().value(),
                    ids(mine),
                    Map.of(parameter.name(), theirs.id(parameter.kind())));
            var nowhere = ask(
                    route,
                    mine.administrator(),
                    mine.game().value(),
                    ids(mine),
                    Map.of(parameter.name(), nothing.get(parameter.kind())));
            soft.assertThat(there.without(theirs.id(parameter.kind()))
                            .unlike(nowhere.without(nothing.get(parameter.kind()))))
                    .as(parameter.toString())
                    .isEmpty();
        }
        soft.assertAll();
    }

    @Test
    void areFoundByTheirOwnTeam() {

        var soft = new SoftAssertions();
        for (var route :
                routes().filter(AskedIds::areIn).filter(it -> may(it, theirs)).toList()) {
            soft.assertThat(ask(route, theirs.administrator(), theirs.game().value(), ids(theirs), Map.of())
                            .status())
                    .as(route.toString())
                    .isNotIn(403, 404, 500);
        }
        soft.assertAll();
    }

    /** Each in the transactions it makes itself, so that the wall in the database is before it. */
    @Test
    void areFoundByTheirOwnTeamBehindItsWall() throws Exception {

        var soft = new SoftAssertions();
        var own = routes().filter(Route::isOnGame).filter(it -> may(it, theirs)).toList();
        for (var route : own.stream().filter(Route::isRead).toList()) {
            soft.assertThat(answer(route, theirs.administrator(), theirs.game().value(), ids(theirs), Map.of())
                            .status())
                    .as(route.toString())
                    .isNotIn(403, 404, 500);
        }
        for (var route : own.stream().filter(it -> !it.isRead()).toList()) {
            soft.assertThat(answer(route, theirs.administrator(), theirs.game().value(), ids(theirs), Map.of())
                            .status())
                    .as(route.toString())
                    .isNotIn(403, 500);
        }
        soft.assertAll();
    }

    /** Rolled back, whatever it did. */
    private Answer ask(Route route, Username who, String game, Map<Kind, String> ids, Map<String, String> more) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                return answer(route, who, game, ids, more);
            } catch (Exception e) {
                throw new AssertionError(route.toString(), e);
            }
        });
    }
}
