package io.gatehouse.access;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
class MembersTests extends ApplicationTest {

    static final TeamId NORTHLIGHT = new TeamId("northlight");
    static final TeamId KITE = new TeamId("kite");
    static final AppId GAME = new AppId("wx51b8e20d77c4");
    static final Username MEI = new Username("administrator");
    static final Username SAM = new Username("operator");

    @Autowired
    Members members;

    @Autowired
    Access access;

    @Test
    void aMemberIsAddedWithOneRole() {

        members.add(
                NORTHLIGHT,
                new NewPerson(new Username("ida"), "Ida", "ida@north.example", Locale.ENGLISH),
                Role.OPERATOR,
                MEI);

        var ida = member("ida");
        assertThat(ida.roleIn(NORTHLIGHT)).contains(Role.OPERATOR);
        assertThat(ida.invited()).isTrue();
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> members.add(
                        NORTHLIGHT,
                        new NewPerson(new Username("ida"), "Ida", "ida@north.example", Locale.ENGLISH),
                        Role.DEVELOPER,
                        MEI));
    }

    @Test
    void aMemberOfAnotherTeamMayBeAMemberHereToo() {

        members.add(
                NORTHLIGHT,
                new NewPerson(new Username("developer-2"), "Emil", "emil@kite.example", Locale.ENGLISH),
                Role.DEVELOPER,
                MEI);

        assertThat(member("developer-2").memberships()).hasSize(2);
    }

    @Test
    void aNameOfSomebodyElseIsNotTakenOver() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> members.add(
                        NORTHLIGHT,
                        new NewPerson(new Username("developer-2"), "Emil", "emil@elsewhere.example", Locale.ENGLISH),
                        Role.DEVELOPER,
                        MEI))
                .matches(it -> it.field().equals("username"));
    }

    @Test
    void nobodyIsOfATeamAndOfTheSuperapp() {

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> members.add(
                        NORTHLIGHT,
                        new NewPerson(new Username("reviewer"), "Hana Sato", "hana@superapp.example", Locale.ENGLISH),
                        Role.DEVELOPER,
                        MEI));
    }

    @Test
    void aChangeOfRoleBitesAtOnce() {

        assertThat(access.explain(SAM, Capability.ITEM_EDIT, GAME).allowed()).isFalse();

        members.change(NORTHLIGHT, SAM, Role.DEVELOPER, MEI);

        assertThat(access.explain(SAM, Capability.ITEM_EDIT, GAME).allowed()).isTrue();

        members.remove(NORTHLIGHT, SAM, MEI);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> access.explain(SAM, Capability.ITEM_VIEW, GAME));
    }

    @Test
    void theLastAdministratorStays() {

        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> members.remove(NORTHLIGHT, MEI, MEI));
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> members.change(NORTHLIGHT, MEI, Role.DEVELOPER, MEI));

        members.change(NORTHLIGHT, SAM, Role.ADMINISTRATOR, MEI);
        members.remove(NORTHLIGHT, MEI, MEI);

        assertThat(member("operator").roleIn(NORTHLIGHT)).contains(Role.ADMINISTRATOR);
    }

    @Test
    void onlyTheOwnTeamsAdministratorKeepsIt() {

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> members.remove(NORTHLIGHT, SAM, new Username("senior-developer")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> members.remove(NORTHLIGHT, SAM, new Username("administrator-2")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> members.remove(KITE, new Username("developer-2"), MEI));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> members.change(NORTHLIGHT, SAM, Role.REVIEW_STAFF, MEI));
    }

    private AccountView member(String username) {
        return members.of(NORTHLIGHT).stream()
                .filter(it -> it.username().value().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
