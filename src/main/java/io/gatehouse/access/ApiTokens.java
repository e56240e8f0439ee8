package io.gatehouse.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** The tokens with which programs of people use the management API. */
@Service
@Transactional
public class ApiTokens {

    private static final String PREFIX = "gatehouse_";
    private static final int MOST_VALID = 20;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokenRepository tokens;
    private final Accounts accounts;
    private final People people;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(
            ApiTokenRepository tokens,
            Accounts accounts,
            People people,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.people = people;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param days until it expires, at most a year
     */
    public NewApiToken make(Username by, String name, Collection<Scope> scopes, int days) {
        var now = clock.instant();
        var valid = tokens.findByUsernameOrderByMadeAtDesc(by).stream()
                .filter(it -> it.isValid(now))
                .count();
        IllegalTransition.unless(valid < MOST_VALID, "token.too-many", MOST_VALID);
        var text = RandomText.make(PREFIX);
        var token = tokens.save(new ApiToken(by, name, text, scopes, days, now)).view(now);
        publish("api-token.made", token);
        return new NewApiToken(text.value(), token);
    }

    /** Ends one of their own tokens at once. */
    public void revoke(Username by, UUID id) {
        var now = clock.instant();
        var token = tokens.findByIdAndUsername(id, by).orElseThrow(() -> new NotFound("token.unknown"));
        publish("api-token.revoked", tokens.save(token.revoke(now)).view(now));
    }

    /** Theirs, newest first. */
    @Transactional(readOnly = true)
    public List<ApiTokenView> of(Username who) {
        var now = clock.instant();
        return tokens.findByUsernameOrderByMadeAtDesc(who).stream()
                .map(it -> it.view(now))
                .toList();
    }

    /** The scopes that give a person anything. */
    @Transactional(readOnly = true)
    public List<Scope> scopesFor(Username who) {
        var person = people.get(who);
        return Arrays.stream(Scope.values())
                .filter(it -> it.isOfUse(access, person))
                .toList();
    }

    /** Whose token this text is, if it is one that is accepted now; notes its use. */
    public Optional<ApiCaller> caller(String text) {
        var now = clock.instant();
        var found = tokens.findByTokenHash(new RandomText(text).digest())
                .filter(it -> it.isValid(now))
                .filter(it -> accounts.findById(it.username().value())
                        .filter(Account::isEnabled)
                        .isPresent())
                .map(it -> it.view(now));
        found.ifPresent(it -> tokens.used(it.id(), now, now.minus(USE_IS_NOTED_EVERY)));
        return found.map(ApiCaller::new);
    }

    private void publish(String type, ApiTokenView token) {
        events.publishEvent(BusinessEvent.of(type, token.username().value(), "api token " + token.id())
                .with("name", token.name())
                .with("scopes", token.scopes().stream().map(Scope::key).collect(Collectors.joining(" ")))
                .with("expires", token.expiresAt()));
    }
}
