package io.gatehouse.conformance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.delivery.TestEndpoint;

/** Whether the servers of the games understand notifications: runs in the background, and their reports. */
@Service
public class Conformance {

    /** How long a run may take, whatever the server does. */
    static final Duration LONGEST = Duration.ofMinutes(3);

    private final Runs runs;
    private final RunMaker maker;
    private final TestEndpoint endpoint;
    private final Credentials credentials;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conformance(
            Runs runs,
            RunMaker maker,
            TestEndpoint endpoint,
            Credentials credentials,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.maker = maker;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins one; its page shows how far it is.
     *
     * @return its id
     * @throws IllegalTransition without a Test URL or valid credentials, and while another one is under way
     */
    @Transactional
    public UUID begin(AppId game, Wish wish, Username by) {
        access.require(by, Capability.DELIVERY_CONFIG_EDIT, game);
        var url = endpoint.url(game).orElseThrow(() -> new IllegalTransition("delivery.test.no-configuration"));
        var keys = Keys.of(game, Env.SANDBOX, credentials);
        IllegalTransition.unless(maker.hasRoom(), "conformance.busy");
        var now = clock.instant();
        runs.cutOff(game, now);
        var run = new Run(
                UUID.randomUUID(),
                game,
                url,
                endpoint.form(game),
                wish,
                by,
                now,
                now.plus(LONGEST),
                null,
                Run.State.RUNNING,
                Map.of());
        IllegalTransition.unless(runs.begin(run), "conformance.under-way");
        events.publishEvent(BusinessEvent.of("conformance-run.started", by.value(), "game " + game)
                .in(game)
                .with("url", url)
                .with("form", run.form())
                .with("kind", wish.kind()));
        maker.afterCommit(run, keys);
        return run.id();
    }

    /** The last one of a game, if there ever was one. */
    @Transactional
    public Optional<Run> last(AppId game) {
        return latest(game, 1).stream().findFirst();
    }

    /** The newest first. */
    @Transactional
    public List<Run> latest(AppId game, int most) {
        runs.cutOff(game, clock.instant());
        return runs.latest(game, most);
    }

    /** @throws NotFound if this game never had such a run */
    @Transactional
    public Report report(AppId game, UUID id) {
        runs.cutOff(game, clock.instant());
        var run = runs.find(id)
                .filter(it -> it.game().equals(game))
                .orElseThrow(() -> new NotFound("conformance.unknown"));
        return new Report(run, runs.findings(id));
    }
}
