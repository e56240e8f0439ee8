package io.gatehouse.access;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Meant.Choice;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What somebody types … */
@Transactional
class LookupTests extends ApplicationTest {

    static final Username HENRIK = new Username("auditor");
    static final Username YUKI = new Username("administrator-2");

    @Autowired
    Lookup lookup;

    @Autowired
    Games games;

    @BeforeEach
    void aTeamOfManyGames() {
        var reed = new TeamId("reed");
        games.registerTeam(reed, "Reed & Rush");
        games.registerTeam(new TeamId("reed-2"), "Reed & Rush Asia");
        for (var number = 10; number < 30; number++) {
            games.register(new AppId("wxreed" + number), reed, "Reed Bed " + number, true);
        }
    }

    @Test
    void isAnIdBeforeItIsAPartOfAName() {

        assertThat(lookup.team("reed").clear()).isEqualTo("reed");
        assertThat(lookup.game("wxreed10", HENRIK).clear()).isEqualTo("wxreed10");
        assertThat(lookup.person("reviewer").clear()).isEqualTo("reviewer");
    }

    @Test
    void isAPartOfTheNameOfOneThing() {

        assertThat(lookup.team(" rush ASIA ").clear()).isEqualTo("reed-2");
        assertThat(lookup.game("bed 17", HENRIK).clear()).isEqualTo("wxreed17");
        assertThat(lookup.person("noor@PLATFORM").clear()).isEqualTo("super-admin");
    }

    @Test
    void mayMeanSeveralThings() {

        var meant = lookup.team("rush");

        assertThat(meant.isUnclear()).isTrue();
        assertThat(meant.choices())
                .containsExactly(new Choice("reed", "Reed & Rush"), new Choice("reed-2", "Reed & Rush Asia"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(meant::clear)
                .withMessageContaining("Reed & Rush (reed), Reed & Rush Asia (reed-2)")
                .satisfies(it -> assertThat(it.field()).isEqualTo("team"));
    }

    @Test
    void mayMeanMoreThanIsOffered() {

        var meant = lookup.game("reed bed", HENRIK);

        assertThat(meant.choices()).hasSize(8);
        assertThat(meant.more()).isTrue();
    }

    @Test
    void meansNoGameOfAnotherTeam() {

        assertThat(lookup.game("wxreed10", YUKI).choices()).isEmpty();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> lookup.game("wxreed10", YUKI).clear());
    }

    @Test
    void isWhatActsWithoutAnAccount() {

        assertThat(lookup.person("system").clear()).isEqualTo("system");
        assertThat(lookup.person("superapp").clear()).isEqualTo("superapp");
    }

    @Test
    void isNothing() {

        assertThat(lookup.team(null).clear()).isNull();
        assertThat(lookup.game("  ", HENRIK).clear()).isNull();
        assertThat(lookup.team("100% !_\u0000").choices()).isEmpty();
    }
}
