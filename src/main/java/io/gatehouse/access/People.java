package io.gatehouse.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.SearchKey;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** The people who sign in, and their roles. */
@Service
@Transactional(readOnly = true)
public class People implements UserDetailsService {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;
    private final SignInTries tries;
    private final ApplicationEventPublisher events;

    People(
            Accounts accounts,
            PasswordEncoder passwords,
            SignedIn signedIn,
            SignInTries tries,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.tries = tries;
        this.events = events;
    }

    /** @throws NotFound if nobody signs in by that name */
    public Person get(Username username) {
        return find(username).orElseThrow(() -> new NotFound("person.unknown", username));
    }

    public Optional<Person> find(Username username) {
        return accounts.findById(username.value()).map(Account::person);
    }

    /**
     * Those whose name, user name or mail address has that text in it, by name.
     *
     * @param after {@link Page#next()} of the page before
     */
    public Page<Person> search(String text, @Nullable String after, int size) {
        var key = SearchKey.of(after);
        var found = accounts.search(SearchKey.like(text), key.name(), key.id(), Limit.of(size + 1));
        return Page.of(persons(found), size, it -> SearchKey.text(it.username(), it.name()));
    }

    /** What those are called who stand in records by their user names; what else stands there has no name. */
    public Map<String, String> called(Collection<String> actors) {
        return of(actors).stream().collect(Collectors.toMap(it -> it.username().value(), Person::name));
    }

    /** What some people are called. */
    public Map<Username, String> names(Collection<Username> usernames) {
        return accounts
                .findAllById(usernames.stream().map(Username::value).distinct().toList())
                .stream()
                .map(Account::person)
                .collect(Collectors.toMap(Person::username, Person::name));
    }

    /** Those who have a role. */
    public List<Person> having(Role role) {
        return persons(accounts.findHolders(List.of(role)));
    }

    /** Those who have one of some roles on the games of a team: in it, or at the platform or the superapp. */
    List<Person> having(Collection<Role> roles, TeamId team) {
        return persons(accounts.findHolders(roles, team));
    }

    /** Those of the superapp. */
    public List<Person> ofTheSuperapp() {
        return persons(accounts.findHolders(Arrays.stream(Role.values())
                .filter(it -> it.side() == Role.Side.SUPERAPP)
                .toList()));
    }

    /** Those who sign in by one of some names; others have no account. */
    public List<Person> of(Collection<String> usernames) {
        return persons(accounts.findAllById(Set.copyOf(usernames)));
    }

    private static List<Person> persons(List<Account> accounts) {
        return accounts.stream().map(Account::person).toList();
    }

    /** Opens an account; the same name again changes nothing. */
    @Transactional
    public void register(Username username, String name, String email, String password, Locale locale) {
        if (!accounts.existsById(username.value())) {
            accounts.save(new Account(username, name, email, passwords.encode(password), locale));
        }
    }

    /** Gives a person a role of a team, or of the platform or the superapp; it replaces the one they had there. */
    @Transactional
    public void join(Username username, @Nullable TeamId team, Role role) {
        accounts.save(account(username).join(team, role));
    }

    /** Remembers the language they read, for mails. */
    @Transactional
    public void speaks(Username username, Locale locale) {
        accounts.save(account(username).speak(locale));
    }

    /**
     * Takes another password of somebody who knows the one they have; their other sessions end.
     *
     * @param session the one they ask from
     */
    @Transactional
    public void changePassword(Username username, String current, String next, String session) {
        var account = account(username);
        confirm(account, current);
        accounts.save(account.changePassword(
                passwords.encode(NewPassword.of(username, next).value())));
        signedIn.endAllBut(username, session);
        events.publishEvent(BusinessEvent.of("password.changed", username.value(), "person " + username));
    }

    /**
     * Checks that it is still the person themselves who sits there.
     *
     * @throws InvalidValue at the field {@code current} if it is not their password
     */
    @Transactional
    public void confirm(Username username, String current) {
        confirm(account(username), current);
    }

    /** Whoever has found a page open may not guess on it either; who only signs in is not slowed down by it. */
    private void confirm(Account account, String current) {
        var place = "page of " + account.username();
        tries.begin(place, place).ifPresent(it -> {
            throw new InvalidValue("current", "password.too-often", it.toSeconds());
        });
        if (!passwords.matches(current, account.passwordHash())) {
            throw new InvalidValue("current", "password.wrong");
        }
        tries.succeeded(place, place);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.findById(name).map(Account::userDetails).orElseThrow(() -> new UsernameNotFoundException(name));
    }

    private Account account(Username username) {
        return accounts.findById(username.value()).orElseThrow(() -> new NotFound("person.unknown", username));
    }
}
