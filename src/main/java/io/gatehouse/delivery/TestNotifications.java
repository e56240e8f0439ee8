package io.gatehouse.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;

/** Mock notifications to the Test URL: no order is made and no money moves. */
@Service
public class TestNotifications {

    private static final int TEST_ORDER = 3;

    private final Configurations configurations;
    private final NotificationHistory history;
    private final Attempts attempts;
    private final Dispatch dispatch;
    private final Bodies bodies;
    private final SigningKeys keys;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TestNotifications(
            Configurations configurations,
            NotificationHistory history,
            Attempts attempts,
            Dispatch dispatch,
            Bodies bodies,
            SigningKeys keys,
            Access access,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.configurations = configurations;
        this.history = history;
        this.attempts = attempts;
        this.dispatch = dispatch;
        this.bodies = bodies;
        this.keys = keys;
        this.access = access;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The last one, if there ever was one. */
    @Transactional(readOnly = true)
    public Optional<AttemptView> last(AppId game) {
        return history.lastMock(game);
    }

    /**
     * Sends one and waits for its end, which an attempt's time bounds. The call is made outside of any transaction.
     *
     * @throws IllegalTransition without a configuration or valid credentials
     */
    public AttemptView send(AppId game, Username by) {
        access.require(by, Capability.DELIVERY_CONFIG_EDIT, game);
        var endpoint = new Endpoint(game, Env.SANDBOX);
        var configuration = configurations
                .findById(game.value())
                .orElseThrow(() -> new IllegalTransition("delivery.test.no-configuration"));
        var url = configuration.url(Env.SANDBOX);
        var key = keys.appKey(endpoint).orElseThrow(() -> new IllegalTransition("delivery.test.no-credentials"));
        var id = UUID.randomUUID();
        var body = bodies.write(configuration.form(), mock(game), key, true);
        var reply = dispatch.send(endpoint, url, Parcel.messageId(id), body).join();
        return keep(game, by, id, url, reply, body);
    }

    private AttemptView keep(AppId game, Username by, UUID id, EndpointUrl url, Reply reply, String body) {
        var verdict = Answers.judge(Form.of(body), reply);
        transaction.executeWithoutResult(status -> {
            attempts.addMock(game, id, url, reply, verdict, body);
            configurations
                    .findById(game.value())
                    .filter(it -> verdict.isSuccess() && it.url(Env.SANDBOX).equals(url) && it.form() == Form.of(body))
                    .ifPresent(it -> it.mockAnswered(clock.instant()));
            events.publishEvent(BusinessEvent.of("test-notification.sent", by.value(), "game " + game)
                    .in(game)
                    .with("url", url)
                    .with("result", verdict.diagnosis().key()));
        });
        return last(game).orElseThrow();
    }

    private GoodsDelivery mock(AppId game) {
        var now = clock.instant();
        return new GoodsDelivery(
                game,
                Env.SANDBOX,
                "mock",
                "mock_open_id",
                "mock_" + now.toEpochMilli(),
                "mock_item",
                1,
                "1",
                100,
                100,
                "mock",
                TEST_ORDER,
                "",
                "mock",
                now);
    }
}
