package io.gatehouse.orders.web;

import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import io.gatehouse.ApplicationTest;
import io.gatehouse.delivery.NotificationState;
import io.gatehouse.delivery.NotificationState.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** What is still to come of an order … */
class OrderAheadTests extends ApplicationTest {

    private static final Instant NEXT = Instant.parse("2026-11-23T06:06:15Z");

    @Autowired
    OrderAhead ahead;

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isTheNextAttemptThenTheOthersThenPeople() {

        var moments = ahead.of(new NotificationState(Phase.WAITING, 4, NEXT));

        assertThat(moments)
                .extracting(Moment::title)
                .containsExactly("Attempt 5", "11 more attempts", "Then: your team decides");
        assertThat(moments).extracting(Moment::look).containsExactly("next", "later", "later");
        assertThat(moments.get(1).time()).contains("until 24 Nov");
    }

    @Test
    void isPeopleRightAfterTheLastAttempt() {

        var moments = ahead.of(new NotificationState(Phase.WAITING, 15, NEXT));

        assertThat(moments).extracting(Moment::title).containsExactly("Attempt 16", "Then: your team decides");
    }

    @Test
    void isNotKnownBeforeTheFirstAttempt() {

        assertThat(ahead.of(new NotificationState(Phase.WAITING, 0, NEXT))).isEmpty();
    }

    @Test
    void isSomebodyTurningTheNotificationsOn() {

        var moments = ahead.of(new NotificationState(Phase.HELD, 0, null));

        assertThat(moments).extracting(Moment::title).containsExactly("Held: notifications are off");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WAITING", "HELD"})
    void isNotKnownUnlessItWaitsForItsTime(Phase phase) {

        assertThat(ahead.of(new NotificationState(phase, 4, NEXT))).isEmpty();
    }
}
