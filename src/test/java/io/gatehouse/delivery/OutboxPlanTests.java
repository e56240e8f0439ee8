package io.gatehouse.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.EmptyStatistics;
import io.gatehouse.core.HotPath;

import static org.assertj.core.api.Assertions.assertThat;

/** However long the outbox, and whatever the planner believes of it, nothing of it is read but what is worked on. */
class OutboxPlanTests extends DeliveryTest {

    private static final int AT_ONCE = 10;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxLeases leases;

    @Autowired
    private HotPath hotPath;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void anEndpoint() {
        ready();
        settle();
    }

    @Test
    void takingSomeReadsNothingOfTheOthers() {
        withALongQueue((queue, some) -> assertThat(queue.readBy(() -> lease())).isLessThan(EmptyStatistics.MOST_READ));
    }

    @Test
    void keepingSomeReadsNothingOfTheOthers() {
        reads(some -> assertThat(leases.renew(some)).hasSize(AT_ONCE));
    }

    @Test
    void removingSomeReadsNothingOfTheOthers() {
        reads(some -> assertThat(outbox.remove(some)).hasSize(AT_ONCE));
    }

    @Test
    void puttingSomeBackReadsNothingOfTheOthers() {
        reads(outbox::putBack);
    }

    @Test
    void postponingSomeReadsNothingOfTheOthers() {
        var later = clock.instant().plus(Duration.ofMinutes(1));
        reads(some -> outbox.retry(some.stream()
                .map(it -> new Outbox.Retry(it, clock.instant(), later))
                .toList()));
    }

    private void reads(Consumer<List<Parcel>> work) {
        withALongQueue((queue, some) ->
                assertThat(queue.readBy(() -> work.accept(some))).isLessThan(EmptyStatistics.MOST_READ));
    }

    private interface Look {
        void at(EmptyStatistics queue, List<Parcel> some);
    }

    private void withALongQueue(Look look) {
        transaction.executeWithoutResult(status -> {
            hotPath.enter();
            var queue = EmptyStatistics.of("notification_outbox", jdbc, """
                    insert into notification_outbox (id, kind, game, env, order_no, payload, again, tries, attempts,
                                                     enqueued_at, due_at, fence)
                    select gen_random_uuid(), 'DELIVERY', '%s', 0, 'GH-' || lpad(n::text, 9, '0'), '{}', false, 0, 0,
                           timestamptz '2026-01-01', timestamptz '2026-01-01', 1
                      from generate_series(1, 5000) n
                    """.formatted(game.value()));
            look.at(queue, lease());
            status.setRollbackOnly();
        });
    }

    private List<Parcel> lease() {
        var taken = leases.lease(AT_ONCE, AT_ONCE, List.of()).stream()
                .map(it -> it.parcel("{}"))
                .toList();
        assertThat(taken).hasSize(AT_ONCE);
        return taken;
    }
}
