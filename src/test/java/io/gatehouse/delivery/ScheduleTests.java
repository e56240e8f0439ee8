package io.gatehouse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.gatehouse.outbound.Reply;
import io.gatehouse.outbound.Timings;

import static org.assertj.core.api.Assertions.assertThat;

/** The schedule … */
class ScheduleTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final Schedule schedule = new Schedule(Settings.defaults().waits());

    @Test
    void isTheOneOfTheProtocolToItsEnd() {

        var waits = new ArrayList<Duration>();
        var end = NOON;
        for (var tries = 1; schedule.next(tries, failed(500, end, Map.of())).isPresent(); tries++) {
            var due = schedule.next(tries, failed(500, end, Map.of())).orElseThrow();
            waits.add(Duration.between(end, due));
            end = due;
        }

        assertThat(waits)
                .isEqualTo(Stream.of(
                                "15s", "15s", "30s", "3m", "10m", "20m", "30m", "30m", "30m", "60m", "3h", "3h", "3h",
                                "6h", "6h")
                        .map(it -> Duration.parse("PT" + it.toUpperCase(Locale.ROOT)))
                        .toList());
        assertThat(Duration.between(NOON, end)).isEqualTo(Duration.ofHours(24).plusMinutes(4));
        assertThat(schedule.span()).isEqualTo(Duration.ofHours(24).plusMinutes(4));
    }

    @Test
    void countsFromTheEndOfTheTryBefore() {

        var slow = new Reply(NOON, Duration.ofSeconds(5), Timings.NONE, null, 0, Map.of(), new byte[0], null);

        assertThat(schedule.next(1, slow)).contains(NOON.plusSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 120, 120",
        "503, 0, 15",
        "503, 3, 15",
        "429, 86400, 86400",
        "429, 86401, 86400",
        "429, 99999999999999999999, 86400",
        "503, 'Mon, 23 Nov 2026 13:00:00 GMT', 3600",
        "503, 'Wed, 25 Nov 2026 13:00:00 GMT', 86400",
        "503, 'Sun, 22 Nov 2026 13:00:00 GMT', 15",
        "503, soon, 15",
        "503, -5, 15",
        "500, 120, 15",
        "200, 120, 15"
    })
    void honoursRetryAfterForAtMostADay(int status, String retryAfter, long seconds) {

        var reply = failed(status, NOON, Map.of("retry-after", retryAfter));

        assertThat(schedule.next(1, reply)).contains(NOON.plusSeconds(seconds));
    }

    @Test
    void ofAResentNotificationIsShort() {

        var resend = new Schedule(Settings.defaults().resendWaits());

        assertThat(List.of(1, 2, 3, 4).stream()
                        .map(it -> resend.next(it, failed(500, NOON, Map.of())).isPresent()))
                .containsExactly(true, true, true, false);
    }

    private static Reply failed(int status, Instant at, Map<String, String> headers) {
        return new Reply(at, Duration.ZERO, Timings.NONE, null, status, headers, new byte[0], null);
    }
}
