package io.gatehouse.access;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** The members of the teams, as their administrators keep them: one role a person and team, and never no administrator. */
@Service
@Transactional
public class Members {

    private final Accounts accounts;
    private final Teams teams;
    private final Invitations invitations;
    private final Staffing staffing;
    private final Access access;

    Members(Accounts accounts, Teams teams, Invitations invitations, Staffing staffing, Access access) {
        this.accounts = accounts;
        this.teams = teams;
        this.invitations = invitations;
        this.staffing = staffing;
        this.access = access;
    }

    /** By role, then by name. */
    @Transactional(readOnly = true)
    public List<AccountView> of(TeamId team) {
        var found = accounts.findMembers(team);
        var invited = invitations.open(found.stream().map(Account::username).toList());
        return found.stream()
                .map(it -> it.view(invited.contains(it.username())))
                .sorted(Comparator.comparing((AccountView it) -> it.roleIn(team).orElseThrow())
                        .thenComparing(AccountView::name))
                .toList();
    }

    /**
     * Takes somebody in; who has no account yet is invited by mail.
     *
     * @throws Forbidden unless it is the own team's administrator who does it; so below
     */
    public void add(TeamId team, NewPerson person, Role role, Username by) {
        requireAdministrator(team, by);
        requireRoleOfTeams(role);
        var account = staffing.account(person, by);
        IllegalTransition.unless(account.roleIn(team).isEmpty(), "member.already", account.username());
        staffing.give(account, team, role, by);
    }

    /** @throws IllegalTransition if nobody would be left to administrate the team */
    public void change(TeamId team, Username who, Role role, Username by) {
        requireAdministrator(team, by);
        requireRoleOfTeams(role);
        var member = member(team, who);
        requireAnotherAdministrator(team, member);
        staffing.give(member, team, role, by);
    }

    /** As {@link #change}; what they did stays on record. */
    public void remove(TeamId team, Username who, Username by) {
        requireAdministrator(team, by);
        var member = member(team, who);
        requireAnotherAdministrator(team, member);
        staffing.take(member, team, by);
    }

    /** Mails somebody who has not chosen a password yet another address to do so. */
    public void inviteAgain(TeamId team, Username who, Username by) {
        requireAdministrator(team, by);
        var member = member(team, who);
        IllegalTransition.unless(invitations.isOpen(who), "person.signs-in", who);
        invitations.invite(member.username(), by);
    }

    /** Changes of a team happen one after the other: two administrators cannot remove each other at once. */
    private void requireAdministrator(TeamId team, Username by) {
        teams.findByIdForUpdate(team.value()).orElseThrow(() -> new NotFound("team.unknown", team));
        access.require(by, Capability.TEAM_MEMBERS, team);
    }

    private Account member(TeamId team, Username who) {
        return accounts.findById(who.value())
                .filter(it -> it.roleIn(team).isPresent())
                .orElseThrow(() -> new NotFound("member.unknown", who));
    }

    private void requireAnotherAdministrator(TeamId team, Account leaving) {
        var others = accounts.findMembers(team).stream()
                .filter(it -> it.isEnabled() && !it.username().equals(leaving.username()))
                .anyMatch(
                        it -> it.roleIn(team).filter(Role.ADMINISTRATOR::equals).isPresent());
        IllegalTransition.unless(
                others
                        || leaving.roleIn(team)
                                .filter(Role.ADMINISTRATOR::equals)
                                .isEmpty(),
                "member.last-administrator",
                leaving.username());
    }

    private static void requireRoleOfTeams(Role role) {
        if (role.side() != Role.Side.TEAM) {
            throw new InvalidValue("role", "member.role", role);
        }
    }
}
