package io.gatehouse.audit;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The business log … */
class BusinessLogTests extends ApplicationTest {

    private final String number = "TT-" + UUID.randomUUID();

    @Autowired
    private BusinessLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Heads heads;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void keepsWhatWasDoneTogetherWithTheAct() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event("item.released").change("price", "1.79 USD", "1.99 USD"));
            events.publishEvent(event("item.taken-down"));
        });

        assertThat(log.of(number))
                .extracting(it -> it.entry().type())
                .containsExactly("item.released", "item.taken-down");
        assertThat(log.of(number).get(0).entry().details()).isEqualTo("{\"price\":\"1.79 USD → 1.99 USD\"}");
    }

    @Test
    void forgetsAnActThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event("item.released"));
            status.setRollbackOnly();
        });

        assertThat(log.of(number)).isEmpty();
    }

    @Test
    void keepsWhatIsPublishedOutsideATransaction() {
        events.publishEvent(event("app-secret.reset"));

        assertThat(log.of(number)).hasSize(1);
    }

    @Test
    void showsNoSecretEvenIfSomebodyPublishesOne() {
        events.publishEvent(event("key.issued").with("appKey", "Ab1cdefghijklmnopqrstuvwxyz"));

        assertThat(log.of(number).get(0).entry().details()).isEqualTo("{\"appKey\":\"********\"}");
    }

    @Test
    void isSealedAndFoundUnbroken() {
        publish(3);

        sealer.seal();
        heads.write();
        var verdict = log.verify();

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.against()).isNotNull();
        assertThat(log.of(number)).allSatisfy(it -> assertThat(it.position()).isNotNull());
    }

    @Test
    void isSealedByOneAtATime() throws Exception {
        for (var act = 0; act < 2 * Sealer.BATCH + 50; act++) {
            publish(2);
        }
        var sealers = Executors.newFixedThreadPool(4);

        var rounds = sealers.invokeAll(IntStream.range(0, 4)
                .mapToObj(it -> Executors.callable(sealer::seal))
                .toList());
        for (var round : rounds) {
            round.get();
        }
        sealers.shutdown();

        assertThat(log.verify().fault()).isNull();
        assertThat(jdbc.queryForObject("select count(*) = max(position) from business_log_seal", Boolean.class))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update business_log set actor = 'nobody'",
                "delete from business_log",
                "truncate business_log",
                "update business_log_batch set hashes = '{}'",
                "delete from business_log_batch where first_position = 1",
                "truncate business_log_batch"
            })
    void refusesToBeChanged(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.execute(statement))
                .withMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update business_log set actor = 'nobody' where id = :id",
                "update business_log set occurred_at = occurred_at + interval '1 microsecond' where id = :id",
                "update business_log set type = 'item.rejected' where id = :id",
                "update business_log set subject = 'item gem_2' where id = :id",
                "update business_log set game = null where id = :id",
                "update business_log set request = request || '1' where id = :id",
                "update business_log set details = '{}' where id = :id",
                "delete from business_log where id = :id",
                "update business_log_batch set hashes[array_position(entries, :id)] = '' where :id = any(entries)"
            })
    void tellsWhichRowSomebodyChangedWhoCouldSwitchItsGuardOff(String statement) {
        publish(5);
        sealer.seal();
        heads.write();
        var victim = log.of(number).get(2);

        var verdict = transaction.execute(status -> {
            jdbc.execute("alter table business_log disable trigger all");
            jdbc.execute("alter table business_log_batch disable trigger all");
            jdbc.update(statement.replace(":id", Long.toString(victim.entry().id())));
            status.setRollbackOnly();
            return log.verify();
        });

        assertThat(verdict.fault()).isNotNull();
        assertThat(verdict.fault().position()).isEqualTo(victim.position());
    }

    @Test
    void tellsWhereSomebodyRemovedASeal() {
        publish(5);
        sealer.seal();
        var first = log.of(number).get(0);

        var verdict = transaction.execute(status -> {
            jdbc.execute("alter table business_log_batch disable trigger all");
            jdbc.update(
                    "delete from business_log_batch where ? = any(entries)",
                    first.entry().id());
            publish(1);
            sealer.seal();
            status.setRollbackOnly();
            return log.verify();
        });

        assertThat(verdict.fault()).isNotNull();
        assertThat(verdict.fault().position()).isLessThanOrEqualTo(first.position());
    }

    @Test
    void tellsARowThatWasTakenFromTheSealer() {
        var verdict = transaction.execute(status -> {
            jdbc.update("""
                    insert into business_log (occurred_at, type, actor, subject, details)
                    values (now(), 'item.released', 'mei', 'item gem_1', '{}')
                    """);
            status.setRollbackOnly();
            return log.verify();
        });

        assertThat(verdict.fault()).isNotNull();
        assertThat(verdict.fault().kind()).isEqualTo(Fault.Kind.NEVER_SEALED);
    }

    private void publish(int count) {
        transaction.executeWithoutResult(status -> IntStream.range(0, count)
                .forEach(it -> events.publishEvent(event("item.released").with("n", it))));
    }

    private BusinessEvent event(String type) {
        return BusinessEvent.of(type, "mei", "item gem_1")
                .in(new AppId("wx7f20c4a19be3"))
                .under(number);
    }
}
