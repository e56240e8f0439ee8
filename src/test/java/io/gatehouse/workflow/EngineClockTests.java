package io.gatehouse.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.MovableClock;
import io.gatehouse.core.DatabaseClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock of the engine … */
class EngineClockTests extends ApplicationTest {

    @Autowired
    private DataSource database;

    @AfterEach
    void goByTheMachineAgain() {
        ClockUtil.reset();
    }

    @Test
    void isTheDatabasesWhereTheMachineIsWrong() {
        on(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-7)));

        assertThat(ahead()).isCloseTo(Duration.ofMinutes(7), Duration.ofSeconds(2));
    }

    @Test
    void isLeftAloneWhereTheMachineIsNearlyRight() {
        on(Clock.offset(Clock.systemUTC(), Duration.ofMillis(-200)));

        assertThat(ahead()).isLessThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void isTheMachinesAgainOnceThatIsRight() {
        var machine = new MovableClock();
        machine.advance(Duration.ofMinutes(-7));
        var clock = on(machine);
        machine.advance(Duration.ofMinutes(7));

        clock.adjust();

        assertThat(ahead()).isLessThan(Duration.ofSeconds(1));
    }

    private EngineClock on(Clock machine) {
        return new EngineClock(new DatabaseClock(database, machine));
    }

    /** By how much the engine is ahead of this machine; never more than it is. */
    private static Duration ahead() {
        var engine = ClockUtil.getCurrentTime().toInstant();
        return Duration.between(Instant.now(), engine);
    }
}
