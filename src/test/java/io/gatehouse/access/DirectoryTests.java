package io.gatehouse.access;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
@RecordApplicationEvents
class DirectoryTests extends ApplicationTest {

    static final Username NOOR = new Username("super-admin");
    static final Username HANA = new Username("reviewer");
    static final NewPerson IDA =
            new NewPerson(new Username("ida"), "Ida Holm", "ida@superapp.example", Locale.SIMPLIFIED_CHINESE);
    static final String PASSWORD = "four quiet herons";

    @Autowired
    Directory directory;

    @Autowired
    Roster roster;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    ApplicationEvents events;

    @Test
    void somebodyRegisteredChoosesTheirPassword() {

        directory.register(IDA, null, Role.REVIEW_STAFF, NOOR);
        var secret = secretOf("ida");

        assertThat(directory.get(IDA.username()).invited()).isTrue();
        assertThat(invitations.invited(secret).name()).isEqualTo("Ida Holm");

        invitations.accept(secret, PASSWORD);

        assertThat(directory.get(IDA.username()).invited()).isFalse();
        assertThat(passwords.matches(PASSWORD, people.loadUserByUsername("ida").getPassword()))
                .isTrue();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> invitations.accept(secret, PASSWORD));
    }

    @Test
    void anInvitationEndsAfterThreeDaysAndWithTheNext() {

        directory.register(IDA, null, Role.REVIEW_STAFF, NOOR);
        var first = secretOf("ida");
        directory.invite(IDA.username(), NOOR);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> invitations.invited(first));

        clock.advance(Invitations.VALID);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> invitations.invited(secretOf("ida")));
    }

    @Test
    void aPasswordIsLongAndNotGuessable() {

        directory.register(IDA, null, Role.REVIEW_STAFF, NOOR);
        var secret = secretOf("ida");

        for (var weak :
                new String[] {"short", "gatehouse-gatehouse", "my-name-is-ida-x", "aaaaaaaaaaaaaaa", "x".repeat(129)}) {
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> invitations.accept(secret, weak));
        }
    }

    @Test
    void aRoleTakesThePlaceOfTheOneBefore() {

        directory.give(HANA, null, Role.FINANCE_STAFF, NOOR);

        assertThat(directory.get(HANA).memberships()).hasSize(1);
        assertThat(logged("role.changed").details()).containsEntry("role", "REVIEW_STAFF → FINANCE_STAFF");

        directory.take(HANA, null, NOOR);

        assertThat(directory.get(HANA).memberships()).isEmpty();
        assertThat(logged("role.taken").details()).containsEntry("of", "superapp");
    }

    @Test
    void somebodyDisabledHasNoRoleAndCannotSignIn() {

        directory.disable(HANA, NOOR);

        assertThat(people.get(HANA).memberships()).isEmpty();
        assertThat(people.get(HANA).name()).isEqualTo("Hana Sato");
        assertThat(people.loadUserByUsername("reviewer").isEnabled()).isFalse();
        assertThat(directory.get(HANA).memberships()).hasSize(1);

        directory.enable(HANA, NOOR);

        assertThat(people.get(HANA).memberships()).hasSize(1);
    }

    @Test
    void nobodyChangesTheirOwnRoles() {

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> directory.give(NOOR, null, Role.REVIEW_STAFF, NOOR));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> directory.take(NOOR, null, NOOR));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> directory.disable(NOOR, NOOR));
    }

    @Test
    void onlyThePlatformKeepsIt() {

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> directory.register(IDA, null, Role.REVIEW_STAFF, new Username("superapp-admin")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> directory.registerTeam(new TeamId("moss"), "Moss", HANA));
    }

    @Test
    void aRoleIsGivenWhereItBelongs() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> directory.register(IDA, null, Role.DEVELOPER, NOOR));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> directory.register(IDA, new TeamId("kite"), Role.AUDITOR, NOOR));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> directory.register(IDA, new TeamId("nowhere"), Role.DEVELOPER, NOOR));
    }

    @Test
    void aTeamIsRegisteredWithItsAdministrator() {

        var moss = new TeamId("moss");
        directory.registerTeam(moss, "Moss Works", NOOR);
        directory.register(IDA, moss, Role.ADMINISTRATOR, NOOR);

        assertThat(roster.teams("moss w", null, 5).rows()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Moss Works");
            assertThat(it.administrators()).containsExactly("Ida Holm");
        });
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> directory.registerTeam(moss, "Moss again", NOOR));
    }

    @Test
    void aPersonIsWhoTheyAreSaidToBe() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new NewPerson(new Username("ida"), " ", "ida@superapp.example", Locale.ENGLISH));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new NewPerson(new Username("ida"), "Ida", "not an address", Locale.ENGLISH));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new NewPerson(new Username("ida"), "Ida\nBcc: x", "ida@x.example", Locale.ENGLISH));
    }

    private String secretOf(String username) {
        return events.stream(PersonInvited.class)
                .filter(it -> it.person().value().equals(username))
                .reduce((first, second) -> second)
                .orElseThrow()
                .secret();
    }

    private BusinessEvent logged(String type) {
        return events.stream(BusinessEvent.class)
                .filter(it -> it.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
