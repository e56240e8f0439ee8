package io.gatehouse.access;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** Who may do what, decided by the permission matrix and nothing else. */
@Service
@Transactional(readOnly = true)
public class Access {

    private final Matrix matrix;
    private final People people;
    private final Games games;

    Access(Matrix matrix, People people, Games games) {
        this.matrix = matrix;
        this.people = people;
        this.games = games;
    }

    /**
     * Whether a person may do something on a game.
     *
     * @throws NotFound if the game does not exist for them, because it does not exist or is another team's
     */
    public Explanation explain(Username who, Capability what, AppId on) {
        var roles = people.get(who).rolesIn(games.get(on).team()).toList();
        if (roles.isEmpty()) {
            throw new NotFound("game.unknown", on);
        }
        return explain(roles, what);
    }

    /** Whether a person may do something that concerns no single game: in any of their roles. */
    public Explanation explain(Username who, Capability what) {
        return explain(people.get(who), what);
    }

    /** The same of somebody who is known already. */
    public Explanation explain(Person who, Capability what) {
        return explain(who.memberships().stream().map(Person.Member::role).toList(), what);
    }

    /** @throws Forbidden with the roles that may; @throws NotFound as {@link #explain} */
    public void require(Username who, Capability what, AppId on) {
        refuseUnlessAllowed(explain(who, what, on));
    }

    /** On a team as a whole. @throws Forbidden with the roles that may; @throws NotFound for a team that is not theirs */
    public void require(Username who, Capability what, TeamId on) {
        var roles = people.get(who).rolesIn(on).toList();
        if (roles.isEmpty()) {
            throw new NotFound("team.unknown", on);
        }
        refuseUnlessAllowed(explain(roles, what));
    }

    /** @throws Forbidden with the roles that may */
    public void require(Username who, Capability what) {
        refuseUnlessAllowed(explain(who, what));
    }

    /** The people who may do something on the games of a team, for mails and "who holds it". */
    public List<Person> holders(Capability what, TeamId team) {
        var roles = Arrays.stream(Role.values())
                .filter(it -> matrix.grant(what, it) == Grant.ALLOWED)
                .toList();
        return people.having(roles, team);
    }

    /** What the matrix says, for the Roles page. */
    public Grant grant(Capability what, Role role) {
        return matrix.grant(what, role);
    }

    private Explanation explain(List<Role> roles, Capability what) {
        var allowed = roles.stream().anyMatch(it -> matrix.grant(what, it) != Grant.DENIED);
        return new Explanation(what, allowed, matrix.holders(what));
    }

    private static void refuseUnlessAllowed(Explanation explanation) {
        if (!explanation.allowed()) {
            throw new Forbidden("access.denied", InWords.of(explanation.what()), InWords.of(explanation.holders()));
        }
    }
}
