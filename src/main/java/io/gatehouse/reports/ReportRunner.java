package io.gatehouse.reports;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes the exports in the background, one at a time on each instance of the application. */
@Component
class ReportRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRunner.class);
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final ReportJobs jobs;
    private final ReportWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "reports");
        made.setDaemon(true);
        return made;
    });

    ReportRunner(ReportJobs jobs, ReportWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** There is something to do, once the transaction at hand is committed. */
    void wake() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                thread.execute(ReportRunner.this::runAll);
            }
        });
    }

    /** Finds what another instance has left, and drops what has expired. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void tidy() {
        jobs.dropExpired();
        thread.execute(this::runAll);
    }

    /** Returns when what waits now has been made. */
    void finish() {
        try {
            thread.submit(this::runAll).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void runAll() {
        for (var job = jobs.take(); job.isPresent(); job = jobs.take()) {
            run(job.get());
        }
    }

    private void run(ReportJob job) {
        try {
            jobs.counted(job.id(), writer.count(job.kind(), job.game(), job.filter()));
            var out = new ChunkedOutput((number, bytes) -> jobs.append(job.id(), number, bytes));
            var rows = writer.write(
                    job.kind(),
                    job.game(),
                    job.filter(),
                    Locale.forLanguageTag(job.locale()),
                    out,
                    it -> jobs.written(job.id(), it));
            out.close();
            jobs.done(job.id(), rows, KEPT);
        } catch (RuntimeException e) {
            // whatever it is, the person is told instead of waiting for ever, and the next job runs
            LOG.error("Export {} of {} failed", job.kind(), job.game(), e);
            jobs.failed(job.id());
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
