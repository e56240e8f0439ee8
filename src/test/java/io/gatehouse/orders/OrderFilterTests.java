package io.gatehouse.orders;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A search for orders … */
class OrderFilterTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void looksAtTheLastSevenDaysUnlessToldOtherwise() {

        var filter = OrderFilter.of(OrderSearch.NOTHING, TODAY);

        assertThat(filter.from()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(filter.to()).isEqualTo(TODAY);
    }

    @Test
    void looksAtTheLastTwelveMonthsForANumber() {

        var filter = OrderFilter.of(new OrderSearch(null, null, "GH-20261123-004417", null, null, null), TODAY);

        assertThat(filter.from()).isEqualTo(LocalDate.of(2025, 11, 23));
    }

    @Test
    void reachesTwelveMonthsBack() {

        var filter = OrderFilter.of(dates("2025-11-23", "2025-12-01"), TODAY);

        assertThat(filter.from()).isEqualTo(LocalDate.of(2025, 11, 23));
        assertThat(filter.to()).isEqualTo(LocalDate.of(2025, 12, 1));
    }

    @Test
    void isRefusedFurtherBack() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrderFilter.of(dates("2025-11-22", null), TODAY))
                .satisfies(it -> {
                    assertThat(it.field()).isEqualTo("from");
                    assertThat(it.code()).isEqualTo("order.too-old");
                });
    }

    @Test
    void isNotRefusedForTheSevenDaysBeforeAnEarlyEnd() {

        var filter = OrderFilter.of(dates(null, "2025-11-25"), TODAY);

        assertThat(filter.from()).isEqualTo(LocalDate.of(2025, 11, 23));
    }

    @Test
    void isRefusedWithItsDatesTheWrongWayRound() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrderFilter.of(dates("2026-11-20", "2026-11-19"), TODAY))
                .satisfies(it -> assertThat(it.field()).isEqualTo("to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23.11.2026", "2026-02-30", "yesterday"})
    void isRefusedForWhatIsNoDate(String typed) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrderFilter.of(dates(typed, null), TODAY))
                .satisfies(it -> assertThat(it.code()).isEqualTo("order.date-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATED", "PAYING", "CLOSED", "LOST"})
    void isRefusedForAStateThatIsNotListed(String state) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrderFilter.of(new OrderSearch(null, null, null, null, null, state), TODAY))
                .satisfies(it -> assertThat(it.field()).isEqualTo("state"));
    }

    private static OrderSearch dates(@Nullable String from, @Nullable String to) {
        return new OrderSearch(from, to, null, null, null, null);
    }
}
