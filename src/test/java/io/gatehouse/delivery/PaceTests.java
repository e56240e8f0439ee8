package io.gatehouse.delivery;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A pace of so many requests a second … */
class PaceTests {

    private static final long SECOND = 1_000_000_000L;

    /** Near the end of the numbers, which the ticks of a machine may well pass. */
    private long now = Long.MAX_VALUE - SECOND;

    @Test
    void letsAFewBeginAtOnceAfterAPause() {
        var pace = new Pace(100, now);

        assertThat(begun(pace, 0)).isEqualTo(5);
    }

    @Test
    void letsNoMoreBeginInTheLongRun() {
        var pace = new Pace(100, now);

        assertThat(begun(pace, 10 * SECOND)).isBetween(1000, 1005);
    }

    @Test
    void savesNothingUpOverAPause() {
        var pace = new Pace(100, now);
        begun(pace, SECOND);

        now += 60 * SECOND;

        assertThat(begun(pace, 0)).isEqualTo(5);
    }

    @Test
    void slowerThanItsStepsOfTimeKeepsToItsInterval() {
        var pace = new Pace(2, now);

        assertThat(begun(pace, 2 * SECOND)).isEqualTo(5);
    }

    private int begun(Pace pace, long nanos) {
        var begun = 0;
        var left = nanos;
        while (left >= 0) {
            var pause = pace.pause(now);
            if (pause == 0) {
                pace.step(now);
                begun++;
            } else {
                now += Math.min(pause, left + 1);
                left -= pause;
            }
        }
        return begun;
    }
}
