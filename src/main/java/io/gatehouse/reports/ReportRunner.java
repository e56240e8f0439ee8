package io.gatehouse.reports;

import java.time.Duration;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Worker;

/** Makes the exports in the background, one at a time on each instance of the application. */
@Component
class ReportRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRunner.class);
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final ReportJobs jobs;
    private final ReportWriter writer;
    private final Worker worker = new Worker("reports", this::runAll);

    ReportRunner(ReportJobs jobs, ReportWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** There is something to do, once the transaction at hand is committed. */
    void wake() {
        worker.wakeAfterCommit();
    }

    /** Finds what another instance has left, and drops what has expired. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void tidy() {
        jobs.dropExpired();
        worker.wake();
    }

    /** Returns when what waits now has been made. */
    void finish() {
        worker.finish();
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
        worker.close();
    }
}
