package io.gatehouse.reports;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** Exports of lists as workbooks: small ones at once, large ones in the background. Each is recorded. */
@Service
public class Reports {

    static final int AT_ONCE = 10_000;

    /** However many want one, they take few of the connections that payments need. */
    static final int AT_A_TIME = 4;

    private final ReportWriter writer;
    private final ReportJobs jobs;
    private final ReportRunner runner;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Reports(
            ReportWriter writer,
            ReportJobs jobs,
            ReportRunner runner,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transactions) {
        this.writer = writer;
        this.jobs = jobs;
        this.runner = runner;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A workbook that is complete. */
    public record File(String name, byte[] bytes) {}

    /**
     * What the list shows now, as a workbook.
     *
     * @param typed the filter of the list, as it was typed
     * @return empty when there are more than 10,000 rows, or others are made at the moment; then {@link #inBackground}
     *     makes it
     */
    public Optional<File> atOnce(ReportKind kind, AppId game, Map<String, String> typed, Username by, Locale locale) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return transactions.execute(status -> made(kind, game, typed, by, locale));
        } finally {
            places.release();
        }
    }

    private Optional<File> made(ReportKind kind, AppId game, Map<String, String> typed, Username by, Locale locale) {
        var filter = writer.source(kind).understood(typed);
        if (writer.source(kind).hasMoreThan(AT_ONCE, game, filter)) {
            return Optional.empty();
        }
        var job = job(kind, game, filter, by, locale);
        var out = new ByteArrayOutputStream();
        var rows = writer.write(kind, game, filter, locale, out, it -> {});
        publish("report.exported", job, rows);
        return Optional.of(new File(job.fileName(), out.toByteArray()));
    }

    /** Starts to make it; its page shows how far it is. */
    @Transactional
    public ReportJob inBackground(ReportKind kind, AppId game, Map<String, String> typed, Username by, Locale locale) {
        var job = job(kind, game, writer.source(kind).understood(typed), by, locale);
        jobs.add(job);
        publish("report.requested", job, 0);
        runner.wake();
        return job;
    }

    /** @throws NotFound for what somebody else asked for, for another game's, and after it has been dropped */
    public ReportJob get(AppId game, UUID id, Username by) {
        return jobs.find(id)
                .filter(it -> it.game().equals(game) && it.askedBy().equals(by))
                .orElseThrow(() -> new NotFound("report.unknown"));
    }

    /**
     * The finished job whose file may be fetched now; fetching is recorded.
     *
     * @throws NotFound when it is not ready or its link has expired
     */
    @Transactional
    public ReportJob fetch(AppId game, UUID id, Username by) {
        var job = get(game, id, by);
        var until = job.expiresAt();
        if (!job.isDone() || until == null || clock.instant().isAfter(until)) {
            throw new NotFound("report.expired");
        }
        publish("report.exported", job, job.written());
        return job;
    }

    /** Writes the file of a finished job. */
    public void copy(ReportJob job, OutputStream out) {
        jobs.copy(job.id(), out);
    }

    private ReportJob job(ReportKind kind, AppId game, Map<String, String> filter, Username by, Locale locale) {
        return new ReportJob(
                UUID.randomUUID(),
                kind,
                game,
                filter,
                by,
                locale.toLanguageTag(),
                ReportStatus.QUEUED,
                0,
                null,
                0,
                clock.instant(),
                null);
    }

    private void publish(String type, ReportJob job, long rows) {
        var event = BusinessEvent.of(
                        type, job.askedBy().value(), "report " + job.kind().key())
                .in(job.game())
                .with("rows", rows);
        for (var part : job.filter().entrySet()) {
            event = event.with("filter " + part.getKey(), part.getValue());
        }
        events.publishEvent(event);
    }
}
