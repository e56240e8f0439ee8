package io.gatehouse.catalogue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;
import io.gatehouse.core.Worker;

/**
 * Reads and writes imports in the background; a long reading holds up no writing. An import whose instance has died is
 * taken up again from its first row.
 */
@Component
class ImportRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportRuns runs;
    private final ImportedRows rows;
    private final ImportFiles files;
    private final ImportReading reading;
    private final ImportWriting writing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Worker reader = new Worker("imports-read", () -> runAll(ImportStatus.READING, this::read));
    private final Worker writer = new Worker("imports-write", () -> runAll(ImportStatus.WRITING, this::write));

    ImportRunner(
            ImportRuns runs,
            ImportedRows rows,
            ImportFiles files,
            ImportReading reading,
            ImportWriting writing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.files = files;
        this.reading = reading;
        this.writing = writing;
        this.transaction = new TransactionTemplate(transactions);
        // how far the writing is, others see before its own transaction ends
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** There is something to read, once the transaction at hand is committed. */
    void wakeReader() {
        reader.wakeAfterCommit();
    }

    /** There is something to write, once the transaction at hand is committed. */
    void wakeWriter() {
        writer.wakeAfterCommit();
    }

    /** Finds what another instance has left, and discards what nobody has confirmed for a month. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void tidy() {
        transaction.executeWithoutResult(it -> {
            var now = clock.instant();
            for (var run : runs.findTop20ByStatusAndCreatedAtBefore(ImportStatus.CHECKED, now.minus(KEPT))) {
                runs.saveAndFlush(run.discard(new Username(BusinessEvent.SYSTEM), now));
                rows.dropPictures(run.number());
            }
        });
        reader.wake();
        writer.wake();
    }

    /** Returns when what waits now has been done. */
    void finish() {
        reader.finish();
        writer.finish();
    }

    private void runAll(ImportStatus status, Consumer<ImportRun> work) {
        for (var run = take(status); run.isPresent(); run = take(status)) {
            var taken = run.get();
            try {
                if (taken.isTriedTooOften()) {
                    fail(taken);
                } else {
                    work.accept(taken);
                }
            } catch (RunLost e) {
                LOG.info("{}", e.getMessage());
            }
        }
    }

    private Optional<ImportRun> take(ImportStatus status) {
        if (isStopped()) {
            return Optional.empty();
        }
        return transaction.execute(it -> {
            var now = clock.instant();
            var run = runs.oldestWaiting(status.name(), now.minus(SILENT));
            run.ifPresent(taken -> {
                runs.saveAndFlush(taken.takeUp(now));
                if (taken.isReading()) {
                    rows.drop(taken.number());
                }
            });
            return run;
        });
    }

    private void read(ImportRun run) {
        try {
            reading.read(run);
        } catch (RunLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            letGo(run, e);
        }
    }

    private void write(ImportRun run) {
        try {
            writing.write(run, rows -> change(run, it -> it.writing(run.fence(), rows, clock.instant())));
        } catch (RunLost e) {
            throw e;
        } catch (Refusal e) {
            var reason = new InvalidValue("workbook", e.code(), e.arguments().toArray());
            change(run, it -> it.object(run.fence(), CellFault.of(reason)));
        } catch (RuntimeException e) {
            letGo(run, e);
        }
    }

    /**
     * The next try may do better, here or on another instance, but hardly at once; whoever waits for it is told after
     * the last one.
     */
    private void letGo(ImportRun run, Exception reason) {
        if (isStopped()) {
            LOG.info("Import {} is left to another instance, or to the next start", run.number());
            change(run, it -> it.handOver(run.fence()));
            return;
        }
        LOG.error("Import {} broke off", run.number(), reason);
        change(run, it -> it.letGo(run.fence(), clock.instant()));
    }

    private void fail(ImportRun run) {
        transaction.executeWithoutResult(it -> {
            if (run.isReading()) {
                rows.drop(run.number());
                files.drop(run.number());
            } else {
                rows.dropPictures(run.number());
            }
            runs.saveAndFlush(runs.locked(run.number()).fail(run.fence()));
        });
    }

    private void change(ImportRun run, UnaryOperator<ImportRun> change) {
        transaction.executeWithoutResult(it -> runs.saveAndFlush(change.apply(runs.locked(run.number()))));
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void destroy() {
        reader.close();
        writer.close();
    }
}
