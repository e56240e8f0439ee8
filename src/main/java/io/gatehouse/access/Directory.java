package io.gatehouse.access;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/**
 * All people and teams, as the platform keeps them. Nobody changes their own roles here: whoever would give themselves a
 * reviewer's needs a second person.
 */
@Service
@Transactional
public class Directory {

    private static final int LONGEST_TEAM_NAME = 100;

    private final Accounts accounts;
    private final Teams teams;
    private final Invitations invitations;
    private final Staffing staffing;
    private final Access access;
    private final ApplicationEventPublisher events;

    Directory(
            Accounts accounts,
            Teams teams,
            Invitations invitations,
            Staffing staffing,
            Access access,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.teams = teams;
        this.invitations = invitations;
        this.staffing = staffing;
        this.access = access;
        this.events = events;
    }

    /** @throws NotFound if there is nobody of that name */
    @Transactional(readOnly = true)
    public AccountView get(Username who) {
        return accounts.findById(who.value())
                .map(it -> it.view(invitations.isOpen(who)))
                .orElseThrow(() -> new NotFound("person.unknown", who));
    }

    /**
     * Opens an account for somebody, invites them by mail, and gives them their first role.
     *
     * @param team null for a role at the platform or the superapp
     */
    public void register(NewPerson person, @Nullable TeamId team, Role role, Username by) {
        requireManager(by, person.username());
        requirePlace(team, role);
        staffing.give(staffing.account(person, by), team, role, by);
    }

    /** In place of the role they have there, if they have one. */
    public void give(Username who, @Nullable TeamId team, Role role, Username by) {
        requireManager(by, who);
        requirePlace(team, role);
        staffing.give(account(who), team, role, by);
    }

    public void take(Username who, @Nullable TeamId team, Username by) {
        requireManager(by, who);
        staffing.take(account(who), team, by);
    }

    /** They are signed out everywhere, have no role any more, and keep their name on what they did. */
    public void disable(Username who, Username by) {
        requireManager(by, who);
        staffing.enable(account(who), false, by);
    }

    /** They have the roles again that they had. */
    public void enable(Username who, Username by) {
        requireManager(by, who);
        staffing.enable(account(who), true, by);
    }

    /** Mails somebody an address at which they choose a password, the first or another. */
    public void invite(Username who, Username by) {
        requireManager(by, who);
        IllegalTransition.unless(account(who).isEnabled(), "person.is-disabled", who);
        invitations.invite(who, by);
    }

    /** Takes a team in; its mini programs come from the superapp's register. */
    public void registerTeam(TeamId id, String name, Username by) {
        access.require(by, Capability.PEOPLE_MANAGE);
        if (name.isBlank() || name.strip().length() > LONGEST_TEAM_NAME) {
            throw new InvalidValue("name", "team.name-length", LONGEST_TEAM_NAME);
        }
        IllegalTransition.unless(!teams.existsById(id.value()), "team.id-taken", id);
        teams.save(new Team(id, name.strip()));
        events.publishEvent(
                BusinessEvent.of("team.registered", by.value(), "team " + id).with("name", name.strip()));
    }

    /** Locked, both: of two who take each other's role at once, the second finds that they have none any more. */
    private void requireManager(Username by, Username who) {
        accounts.findAllForUpdate(
                Stream.of(by, who).map(Username::value).distinct().sorted().toList());
        access.require(by, Capability.PEOPLE_MANAGE);
        if (by.equals(who)) {
            throw new Forbidden("person.not-oneself");
        }
    }

    private void requirePlace(@Nullable TeamId team, Role role) {
        if ((team == null) == (role.side() == Role.Side.TEAM)) {
            throw new InvalidValue("role", "person.role-place", role);
        }
        if (team != null && !teams.existsById(team.value())) {
            throw new InvalidValue("team", "team.unknown", team);
        }
    }

    private Account account(Username who) {
        return accounts.findById(who.value()).orElseThrow(() -> new NotFound("person.unknown", who));
    }
}
