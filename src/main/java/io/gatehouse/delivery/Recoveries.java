package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** Sends again, in the background, whatever failed since a time; with the same ids and bytes. */
@Service
@Transactional
public class Recoveries {

    private static final int LATEST = 5;

    private final StoredRecoveries stored;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recoveries(StoredRecoveries stored, Access access, ApplicationEventPublisher events, Clock clock) {
        this.stored = stored;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins: what waits for a repeat goes at once, what was given up is looked for in the background.
     *
     * @return the number by which its progress is asked for
     */
    public UUID begin(AppId game, Instant since, Username by) {
        access.require(by, Capability.ORDER_RESEND, game);
        var id = stored.begin(game, since, by, clock.instant());
        events.publishEvent(BusinessEvent.of("notifications.resent", by.value(), "game " + game)
                .in(game)
                .with("since", since));
        return id;
    }

    /** @throws NotFound if the game has no such one */
    @Transactional(readOnly = true)
    public RecoveryView get(AppId game, UUID id) {
        return stored.find(game, id).orElseThrow(() -> new NotFound("delivery.recovery", id));
    }

    /** The last few of a game, the newest first. */
    @Transactional(readOnly = true)
    public List<RecoveryView> latest(AppId game) {
        return stored.latest(game, LATEST);
    }
}
