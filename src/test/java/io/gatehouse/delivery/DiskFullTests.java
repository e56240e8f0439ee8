package io.gatehouse.delivery;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.FullDisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A notification whose result the database has no room for … */
class DiskFullTests extends DeliveryTest {

    @ParameterizedTest
    @ValueSource(strings = {"delivery_attempt", "act_hi_procinst"})
    void isSettledOnceThereIsRoomAndNotSentAgain(String table) {

        ready();
        String order;
        try (var disk = FullDisk.under(table, jdbc)) {
            order = pay(newOrder());
            await().atMost(Duration.ofSeconds(20)).until(disk::hasRefused);
        }
        settle();

        assertThat(received()).hasSize(1);
        assertThat(notifications.state(order).phase()).isEqualTo(NotificationState.Phase.ACKNOWLEDGED);
        assertThat(notifications.attempts(order)).hasSize(1);
        assertThat(instances(order)).isEqualTo(1);
    }
}
