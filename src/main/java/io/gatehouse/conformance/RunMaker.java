package io.gatehouse.conformance;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.delivery.TestEndpoint;

/** Makes the runs in the background, some at a time; each line is stored as soon as it is known. */
@Component
class RunMaker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunMaker.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING = 64;

    /** Two calls of the longest time an attempt may have. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);

    private final Runs runs;
    private final TestEndpoint endpoint;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), RunMaker::thread);

    RunMaker(
            Runs runs,
            TestEndpoint endpoint,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.endpoint = endpoint;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "conformance");
        thread.setDaemon(true);
        return thread;
    }

    boolean hasRoom() {
        return threads.getQueue().remainingCapacity() > 0;
    }

    /** Makes it once the transaction at hand is committed. */
    void afterCommit(Run run, Keys keys) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                begin(run, keys);
            }
        });
    }

    private void begin(Run run, Keys keys) {
        try {
            threads.execute(() -> make(run, keys));
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many conformance runs at once: the one of {} is given up", run.game());
            threads.getThreadFactory()
                    .newThread(() -> finish(run, Run.State.CUT_OFF))
                    .start();
        }
    }

    private void make(Run run, Keys keys) {
        try {
            var receiver = new Receiver(endpoint, run.game(), run.url());
            var letters = new Letters(endpoint, run.game(), run.form(), run.wish(), clock);
            examine(run, new Examination(receiver, letters, keys, run.form(), run.wish(), clock));
            finish(run, Run.State.DONE);
        } catch (RuntimeException e) {
            // whatever it is, the person is told instead of waiting for ever
            LOG.error("The conformance run of {} failed", run.game(), e);
            finish(run, Run.State.CUT_OFF);
        }
    }

    /** Where a plain good call is not understood, what is refused says nothing. */
    private void examine(Run run, Examination examination) {
        var end = System.nanoTime()
                + Duration.between(clock.instant(), run.endsBy())
                        .minus(LONGEST_CHECK)
                        .toNanos();
        var understood = true;
        for (var check : Check.values()) {
            var finding = !understood
                    ? Finding.of(check, Note.GOOD_CALL_FIRST)
                    : System.nanoTime() - end > 0 ? Finding.of(check, Note.TIME_OVER) : examination.examine(check);
            understood &= check != Check.GOOD_CALL || finding.verdict() == Verdict.PASSED;
            transaction.executeWithoutResult(status -> runs.add(run.id(), finding));
        }
    }

    private void finish(Run run, Run.State state) {
        transaction.executeWithoutResult(status -> {
            if (runs.finish(run.id(), state, clock.instant())) {
                var result = runs.find(run.id()).orElseThrow().result();
                events.publishEvent(
                        BusinessEvent.of("conformance-run.finished", BusinessEvent.SYSTEM, "game " + run.game())
                                .in(run.game())
                                .with("result", result)
                                .with("run", run.id()));
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
