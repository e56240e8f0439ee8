package io.gatehouse.access;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Roster.Group;
import io.gatehouse.access.Roster.TeamView;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The lists of people and teams … */
@Transactional
class RosterTests extends ApplicationTest {

    static final TeamId FERN = new TeamId("fern-a");
    static final TeamId FERN_LABS = new TeamId("fern-b");
    static final Username OLA = new Username("ola-of-fern");
    static final Username PIA = new Username("pia-of-fern");

    @Autowired
    Roster roster;

    @Autowired
    Accounts accounts;

    @Autowired
    Games games;

    @Autowired
    Access access;

    @Autowired
    People people;

    @BeforeEach
    void twoTeams() {
        games.registerTeam(FERN, "Fern");
        games.registerTeam(FERN_LABS, "Fern Labs");
        games.register(new AppId("wxfern1"), FERN, "Fern Forest", true);
        person(OLA, "Ola Fern", FERN, Role.ADMINISTRATOR);
        person(PIA, "Pia Fern", FERN, Role.OPERATOR);
    }

    @Test
    void countTheMembersAndGamesOfEachTeam() {

        assertThat(roster.teams("FERN", null, 5).rows())
                .containsExactly(
                        new TeamView(FERN, "Fern", List.of("Ola Fern"), 2, 1),
                        new TeamView(FERN_LABS, "Fern Labs", List.of(), 0, 0));
    }

    @Test
    void goOnWhereThePageBeforeEnded() {

        var first = roster.teams("fern", null, 1);

        assertThat(first.rows()).extracting(TeamView::id).containsExactly(FERN);
        assertThat(roster.teams("fern", first.next(), 1).rows())
                .extracting(TeamView::id)
                .containsExactly(FERN_LABS);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> roster.teams("fern", "nowhere", 1));
    }

    @Test
    void showSomebodyDisabledAmongTheirTeamButNotAsItsAdministrator() {

        accounts.save(accounts.findById(OLA.value()).orElseThrow().disable());

        assertThat(roster.teams("fern-a", null, 5).rows()).containsExactly(new TeamView(FERN, "Fern", List.of(), 2, 1));
        assertThat(roster.people(Group.TEAMS, "ola fern", null, 5).rows()).hasSize(1);
        assertThat(access.holders(Capability.TEAM_MEMBERS, FERN)).isEmpty();
    }

    @Test
    void nameTheFirstHoldersOfARoleAndSayHowManyMoreThereAre() {

        for (var number = 1; number <= 9; number++) {
            person(new Username("auditor-" + number), "A Auditor " + number, null, Role.AUDITOR);
        }

        assertThat(roster.holders(Group.SUPERAPP).get(Role.AUDITOR)).satisfies(it -> {
            assertThat(it.names()).hasSize(8).startsWith("A Auditor 1", "A Auditor 2");
            assertThat(it.more()).isEqualTo(people.having(Role.AUDITOR).size() - 8);
        });
        assertThat(roster.holders(Group.TEAMS)).isEmpty();
    }

    @Test
    void knowWhoMayDoSomethingForATeam() {

        assertThat(access.holders(Capability.TEAM_MEMBERS, FERN))
                .extracting(Person::username)
                .containsExactly(OLA);
        assertThat(access.holders(Capability.ENABLEMENT_DECIDE, FERN))
                .extracting(Person::username)
                .contains(new Username("reviewer"))
                .doesNotContain(OLA, PIA);
    }
}
