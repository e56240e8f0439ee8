package io.gatehouse.conformance;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.delivery.PastNotification;
import io.gatehouse.delivery.TestCall;
import io.gatehouse.delivery.TestEndpoint;

/** Sends past notifications of a game once more, to its Test URL and with one thing changed, and keeps the replies. */
@Service
public class Laboratory {

    private static final int MOST = 50;

    private final TestEndpoint endpoint;
    private final Replays replays;
    private final Credentials credentials;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Laboratory(
            TestEndpoint endpoint,
            Replays replays,
            Credentials credentials,
            Access access,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.endpoint = endpoint;
        this.replays = replays;
        this.credentials = credentials;
        this.access = access;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What can be replayed: the latest attempts, or those of one order. */
    public List<PastNotification> material(AppId game, Optional<String> orderNo) {
        return endpoint.past(game, orderNo, MOST);
    }

    /** @throws NotFound if this game never had such an attempt */
    public PastNotification material(AppId game, long attempt) {
        return endpoint.past(game, attempt);
    }

    /** The fields of its payload with their values. */
    public Map<String, String> fields(PastNotification past) {
        return Letter.open(past.body()).fields();
    }

    /** What was made of that attempt before, the newest first. */
    public List<Replay> of(AppId game, long attempt) {
        return replays.of(game, attempt, MOST);
    }

    /** @throws NotFound if this game never had such a replay */
    public Replay get(AppId game, UUID id) {
        return replays.find(game, id).orElseThrow(() -> new NotFound("laboratory.unknown"));
    }

    /**
     * Sends it and waits for its end, which an attempt's time bounds. The call is made outside of any transaction.
     *
     * @throws InvalidValue for a change that does not fit it
     * @throws IllegalTransition without a Test URL or valid credentials
     */
    public Replay send(AppId game, long attempt, Change change, Username by) {
        access.require(by, Capability.DELIVERY_CONFIG_EDIT, game);
        var url = endpoint.url(game).orElseThrow(() -> new IllegalTransition("delivery.test.no-configuration"));
        var past = material(game, attempt);
        var call = call(past, change);
        var exchange = new Receiver(endpoint, game, url).send("replay", call);
        return keep(new Replay(UUID.randomUUID(), game, attempt, change, by, url, exchange));
    }

    private TestCall call(PastNotification past, Change change) {
        var letter = Letter.open(past.body());
        var keys = Keys.of(past.game(), letter.env() == Env.SANDBOX.number() ? Env.SANDBOX : Env.LIVE, credentials);
        var form = change.kind() == Change.Kind.FORM
                ? change.form()
                : past.attempt().form();
        var now = clock.instant();
        var at = change.kind() == Change.Kind.TIMESTAMP ? now.plusSeconds(change.seconds()) : now;
        var body = body(letter, past, change, keys);
        var message = new Message(form, past.messageId(), at, body, keys.secrets(), false);
        return switch (change.kind()) {
            case BYTE -> message.call(letter.withAnotherByteAt(Integer.parseInt(change.subject())));
            case HEADER -> new TestCall(form, with(message.headers(), change.subject(), change.value()), body, false);
            case NOTHING, FIELD, FORM, KEY, TIMESTAMP, MOCK -> message.call();
        };
    }

    private String body(Letter letter, PastNotification past, Change change, Keys keys) {
        return switch (change.kind()) {
            case FIELD ->
                letter.withField(
                        change.subject(), change.value(), keys.current().value());
            case FORM -> new Retelling(endpoint, past, letter.content()).in(change.form(), keys.current());
            case KEY -> letter.signedWith(key(change.key(), keys).value());
            case MOCK -> letter.asMock();
            case NOTHING, BYTE, TIMESTAMP, HEADER -> past.body();
        };
    }

    private static AppKey key(Change.Key which, Keys keys) {
        return switch (which) {
            case CURRENT -> keys.current();
            case EARLIER -> keys.earlier().orElseThrow(() -> new InvalidValue("value", "laboratory.no-earlier-key"));
            case FOREIGN -> Randoms.foreignKey();
        };
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private Replay keep(Replay replay) {
        transaction.executeWithoutResult(status -> {
            replays.add(replay);
            events.publishEvent(BusinessEvent.of("replay.sent", replay.sentBy().value(), "attempt " + replay.attempt())
                    .in(replay.game())
                    .with("url", replay.url())
                    .with("changed", replay.change().kind())
                    .with("what", replay.change().subject())
                    .with("to", replay.change().value())
                    .with("result", replay.exchange().reply().diagnosis()));
        });
        return replay;
    }
}
