package io.gatehouse.reports;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * The exports in the background and their files. Files lie in the database, so that every instance of the application
 * can hand them out. Each call is a transaction of its own: the rows of the export are read in another.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ReportJobs {

    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Clock clock;

    ReportJobs(JdbcClient db, ObjectMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    void add(ReportJob job) {
        db.sql("""
                insert into report_job (id, kind, game, filter, asked_by, locale, status, written, bytes, asked_at)
                values (:id, :kind, :game, :filter, :by, :locale, 'QUEUED', 0, 0, :at)
                """)
                .param("id", job.id())
                .param("kind", job.kind().name())
                .param("game", job.game().value())
                .param("filter", text(job.filter()))
                .param("by", job.askedBy().value())
                .param("locale", job.locale())
                .param("at", Timestamp.from(job.askedAt()))
                .update();
    }

    Optional<ReportJob> find(UUID id) {
        return db.sql("select * from report_job where id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /** Takes the oldest that waits, or whose instance has died. */
    Optional<ReportJob> take() {
        var now = clock.instant();
        var job = db.sql("""
                select * from report_job
                where status = 'QUEUED' or status = 'RUNNING' and alive_at < :silent
                order by asked_at limit 1 for update skip locked
                """)
                .param("silent", Timestamp.from(now.minus(SILENT)))
                .query(this::job)
                .optional();
        job.ifPresent(it -> {
            db.sql("delete from report_chunk where job = :id")
                    .param("id", it.id())
                    .update();
            db.sql("update report_job set status = 'RUNNING', written = 0, bytes = 0, alive_at = :now where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", it.id())
                    .update();
        });
        return job;
    }

    void counted(UUID id, long total) {
        db.sql("update report_job set total = :total, alive_at = :now where id = :id")
                .param("total", total)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void written(UUID id, long rows) {
        db.sql("update report_job set written = :rows, alive_at = :now where id = :id")
                .param("rows", rows)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void append(UUID id, int number, byte[] bytes) {
        db.sql("insert into report_chunk (job, number, bytes) values (:id, :number, :bytes)")
                .param("id", id)
                .param("number", number)
                .param("bytes", bytes)
                .update();
        db.sql("update report_job set bytes = bytes + :length where id = :id")
                .param("length", bytes.length)
                .param("id", id)
                .update();
    }

    void done(UUID id, long rows, Duration kept) {
        db.sql("update report_job set status = 'DONE', written = :rows, total = :rows, expires_at = :until"
                        + " where id = :id")
                .param("rows", rows)
                .param("until", Timestamp.from(clock.instant().plus(kept)))
                .param("id", id)
                .update();
    }

    void failed(UUID id) {
        db.sql("update report_job set status = 'FAILED', expires_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Copies a file out, a piece at a time. */
    void copy(UUID id, OutputStream out) {
        var pieces = db.sql("select count(*) from report_chunk where job = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        for (int number = 0; number < pieces; number++) {
            ChunkedOutput.write(out, chunk(id, number));
        }
    }

    /** Drops files nobody may fetch any more; that they were asked for stays in the business log. */
    int dropExpired() {
        return db.sql("delete from report_job where expires_at < :now")
                .param("now", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
    }

    private byte[] chunk(UUID id, int number) {
        return db.sql("select bytes from report_chunk where job = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private ReportJob job(ResultSet row, int number) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        var total = row.getObject("total", Long.class);
        return new ReportJob(
                row.getObject("id", UUID.class),
                ReportKind.valueOf(row.getString("kind")),
                new AppId(row.getString("game")),
                filter(row.getString("filter")),
                new Username(row.getString("asked_by")),
                row.getString("locale"),
                ReportStatus.valueOf(row.getString("status")),
                row.getLong("written"),
                total,
                row.getLong("bytes"),
                row.getTimestamp("asked_at").toInstant(),
                expires == null ? null : expires.toInstant());
    }

    private String text(Map<String, String> filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, String> filter(String text) {
        try {
            return json.readValue(text, FILTER);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
