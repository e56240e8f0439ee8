package io.gatehouse.workflow;

import java.time.Duration;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.gatehouse.core.DatabaseClock;

/**
 * Has the engine go by the database's time, too: its timers and the locks of its jobs are compared by all instances. It
 * is set only when the machine's clock goes wrong.
 */
@Component
class EngineClock {

    private static final Duration TOLERATED = Duration.ofMillis(500);

    private final DatabaseClock clock;
    private Duration offset = Duration.ZERO;

    EngineClock(DatabaseClock clock) {
        this.clock = clock;
        adjust();
    }

    @Scheduled(fixedDelayString = "PT10S")
    final void adjust() {
        var ahead = clock.aheadOfMachine();
        if (ahead.minus(offset).abs().compareTo(TOLERATED) > 0) {
            ClockUtil.offset(ahead.toMillis());
            offset = ahead;
        }
    }
}
