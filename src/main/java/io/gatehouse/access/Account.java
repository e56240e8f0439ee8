package io.gatehouse.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** The account a person signs in with. */
@Entity
class Account {

    @Id
    private String username;

    private String name;
    private String email;
    private String passwordHash;
    private String locale;
    private boolean enabled;

    @Version
    private long version;

    @OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "username", nullable = false)
    private List<Membership> memberships = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Account() {}

    Account(Username username, String name, String email, String passwordHash, Locale locale) {
        this.username = username.value();
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.locale = locale.toLanguageTag();
        this.enabled = true;
    }

    /** @throws IllegalTransition for who is of a team and would be of the platform or the superapp too, or the reverse */
    Account join(@Nullable TeamId team, Role role) {
        IllegalTransition.unless(
                memberships.stream().allMatch(it -> (it.team() == null) == (team == null)),
                "person.other-side",
                username);
        memberships.stream()
                .filter(it -> Objects.equals(it.team(), team))
                .findFirst()
                .ifPresentOrElse(it -> it.become(role), () -> memberships.add(new Membership(team, role)));
        return this;
    }

    Account leave(@Nullable TeamId team) {
        memberships.removeIf(it -> Objects.equals(it.team(), team));
        return this;
    }

    Account disable() {
        IllegalTransition.unless(enabled, "person.disabled-already", username);
        enabled = false;
        return this;
    }

    Account enable() {
        IllegalTransition.unless(!enabled, "person.enabled-already", username);
        enabled = true;
        return this;
    }

    /** @param hash of the new one */
    Account changePassword(String hash) {
        passwordHash = hash;
        return this;
    }

    Account speak(Locale language) {
        locale = language.toLanguageTag();
        return this;
    }

    /** Someone whose account is disabled keeps their name, and has no role. */
    Person person() {
        return new Person(
                new Username(username),
                name,
                email,
                Locale.forLanguageTag(locale),
                enabled ? memberships.stream().map(Membership::view).toList() : List.of());
    }

    AccountView view(boolean invited) {
        return new AccountView(
                username(),
                name,
                email,
                enabled,
                invited,
                memberships.stream().map(Membership::view).toList());
    }

    Username username() {
        return new Username(username);
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isEnabled() {
        return enabled;
    }

    Optional<Role> roleIn(@Nullable TeamId team) {
        return view(false).roleIn(team);
    }

    /** What the sign-in needs to know; authorities are not used, the matrix decides. */
    UserDetails userDetails() {
        return User.withUsername(username)
                .password(passwordHash)
                .disabled(!enabled)
                .authorities(List.of())
                .build();
    }
}
