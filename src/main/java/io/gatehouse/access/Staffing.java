package io.gatehouse.access;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** Gives and takes roles: what is written into the log, and that it bites at once, is the same for all who do it. */
@Component
class Staffing {

    private final Accounts accounts;
    private final Invitations invitations;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    Staffing(
            Accounts accounts,
            Invitations invitations,
            PasswordEncoder passwords,
            SignedIn signedIn,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.events = events;
    }

    /**
     * The account of somebody, opened and invited if there is none yet.
     *
     * @throws InvalidValue if the name is somebody else's: then their address is another
     */
    Account account(NewPerson person, Username by) {
        var known = accounts.findById(person.username().value());
        if (known.isPresent()) {
            if (!known.get().person().email().equalsIgnoreCase(person.email())) {
                throw new InvalidValue("username", "person.name-taken", person.username());
            }
            return known.get();
        }
        // nobody knows this password: they choose one at the address mailed to them
        var unknown = passwords.encode(RandomText.make("").value());
        var account = accounts.saveAndFlush(
                new Account(person.username(), person.name(), person.email(), unknown, person.locale()));
        events.publishEvent(BusinessEvent.of("person.registered", by.value(), "person " + person.username())
                .with("name", person.name())
                .with("email", person.email()));
        invitations.invite(person.username(), by);
        return account;
    }

    /** In place of the role they had there, if they had one. */
    void give(Account account, @Nullable TeamId team, Role role, Username by) {
        var before = account.roleIn(team);
        IllegalTransition.unless(before.filter(role::equals).isEmpty(), "person.has-role", account.username(), role);
        accounts.save(account.join(team, role));
        changed(before.isPresent() ? "role.changed" : "role.given", account, before, role, team, by);
    }

    void take(Account account, @Nullable TeamId team, Username by) {
        var before = account.roleIn(team);
        if (before.isEmpty()) {
            throw new NotFound("person.no-role", account.username());
        }
        accounts.save(account.leave(team));
        changed("role.taken", account, before, null, team, by);
    }

    void enable(Account account, boolean on, Username by) {
        accounts.save(on ? account.enable() : account.disable());
        signedIn.end(account.username());
        events.publishEvent(BusinessEvent.of(
                on ? "person.enabled" : "person.disabled", by.value(), "person " + account.username()));
    }

    private void changed(
            String type,
            Account account,
            Optional<Role> before,
            @Nullable Role after,
            @Nullable TeamId team,
            Username by) {
        signedIn.end(account.username());
        var side = Optional.ofNullable(after).or(() -> before).orElseThrow().side();
        events.publishEvent(BusinessEvent.of(type, by.value(), "person " + account.username())
                .with("of", team == null ? side.name().toLowerCase(Locale.ROOT) : "team " + team)
                .change("role", before.orElse(null), after));
    }
}
