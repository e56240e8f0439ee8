package io.gatehouse.orders;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.audit.Cases;
import io.gatehouse.mail.SentMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The case of an order … */
class OrderCaseTests extends UndeliveredTest {

    @Autowired
    Cases cases;

    @Test
    void tellsWhatBecameOfItsNotificationAndWhatPeopleDid() {

        orders.resend(game, orderNo, MEI);
        orders.confirmDelivered(game, orderNo, "api");

        assertThat(acts())
                .containsSubsequence("order.paid", "order.undelivered", "notification.resent", "order.confirmed");
    }

    @Test
    void keepsAPaymentThatContradictsItAndTheAlarm() {

        assertThatExceptionOfType(PaymentConflict.class)
                .isThrownBy(() -> orders.paid(payment("u-1", 1, clock.instant())));

        assertThat(acts()).containsOnlyOnce("payment.refused");
        assertThat(cases.get(orderNo).mails())
                .filteredOn(it -> it.subject().contains("contradicts"))
                .extracting(SentMail::to)
                .contains(DANA);
    }

    private List<String> acts() {
        return cases.get(orderNo).log().stream().map(it -> it.entry().type()).toList();
    }
}
