package io.gatehouse.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** Lets people choose their password at an address that is mailed to them, works once, and expires. */
@Service
@Transactional
public class Invitations {

    static final Duration VALID = Duration.ofDays(3);

    private final JdbcClient db;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            JdbcClient db,
            Accounts accounts,
            PasswordEncoder passwords,
            SignedIn signedIn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an address for them, in place of the one before. */
    void invite(Username person, Username by) {
        var secret = RandomText.make("");
        var now = clock.instant();
        db.sql("insert into invitation (username, token_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (username) do update set token_hash = excluded.token_hash,"
                        + " made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at")
                .params(person.value(), secret.digest(), by.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(BusinessEvent.of("person.invited", by.value(), "person " + person));
        events.publishEvent(new PersonInvited(person, by, secret.value()));
    }

    /**
     * Whose address it is.
     *
     * @throws NotFound if it was used, has expired, or never was one
     */
    @Transactional(readOnly = true)
    public Person invited(String secret) {
        return account(secret).person();
    }

    /**
     * Takes the password they choose; the address works no longer, and whoever was signed in by their name is out.
     *
     * @throws NotFound as {@link #invited}
     */
    public void accept(String secret, String password) {
        var account = account(secret);
        var person = account.person().username();
        accounts.save(account.changePassword(
                passwords.encode(NewPassword.of(person, password).value())));
        db.sql("delete from invitation where username = ?")
                .param(person.value())
                .update();
        signedIn.end(person);
        events.publishEvent(BusinessEvent.of("password.chosen", person.value(), "person " + person));
    }

    /** Those of some people who have not chosen a password yet. */
    @Transactional(readOnly = true)
    Set<Username> open(Collection<Username> people) {
        return db
                .sql("select username from invitation where username = any (?)")
                .param(people.stream().map(Username::value).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(Username::new)
                .collect(Collectors.toSet());
    }

    /** Whether they have not chosen a password yet. */
    @Transactional(readOnly = true)
    boolean isOpen(Username person) {
        return open(List.of(person)).contains(person);
    }

    private Account account(String secret) {
        return db.sql("select username from invitation where token_hash = ? and expires_at > ?")
                .params(new RandomText(secret).digest(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .flatMap(accounts::findById)
                .filter(Account::isEnabled)
                .orElseThrow(() -> new NotFound("person.no-invitation"));
    }
}
