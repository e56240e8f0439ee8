package io.gatehouse.refunds;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A list of refunds … */
class RefundFilterTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void showsTodayAndTheSixDaysBeforeByItself() {

        var filter = RefundFilter.of(null, "", null, null, TODAY);

        assertThat(filter.from()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(filter.to()).isEqualTo(TODAY);
    }

    @Test
    void reachesBackTwelveMonthsToTheDay() {

        assertThat(of("2025-11-23", null).from()).isEqualTo(LocalDate.of(2025, 11, 23));
    }

    @Test
    void doesNotReachBackFurther() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> of("2025-11-22", null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("list.too-old"))
                .satisfies(it -> assertThat(it.field()).isEqualTo("from"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> of(null, "2025-11-22"))
                .satisfies(it -> assertThat(it.field()).isEqualTo("to"));
    }

    @Test
    void ignoresTheSevenDaysForANumberButNotTheTwelveMonths() {

        var filter = RefundFilter.of(null, null, " RF-20260301-0001 ", null, TODAY);

        assertThat(filter.number()).isEqualTo("RF-20260301-0001");
        assertThat(filter.from()).isEqualTo(LocalDate.of(2025, 11, 23));
    }

    @Test
    void endsAfterItBegins() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> of("2026-11-20", "2026-11-19"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("list.upside-down"));
    }

    @Test
    void refusesWhatIsNoDayAndWhatIsNoStatus() {

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> of("2026-02-30", null));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> of("yesterday", null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> RefundFilter.of(null, null, null, "LOST", TODAY));
    }

    private static RefundFilter of(@Nullable String from, @Nullable String to) {
        return RefundFilter.of(from, to, null, null, TODAY);
    }
}
