package io.gatehouse.api;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.LongWork;

/** The answers to calls with an idempotency key, kept for some days and on all instances. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class KeptAnswers {

    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final ApiSettings settings;
    private final Clock clock;

    KeptAnswers(JdbcClient db, JdbcTemplate jdbc, ApiSettings settings, Clock clock) {
        this.db = db;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes a call down before it runs. @return empty if it is the first with this key; else the call before it */
    public Optional<KeptAnswer> begin(UUID token, String key, String requestHash) {
        db.sql("delete from api_answer where token = ? and key = ? and started_at < ?")
                .params(token, key, oldest())
                .update();
        var first = db.sql("insert into api_answer (token, key, request_hash, started_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(token, key, requestHash, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return first == 1 ? Optional.empty() : Optional.of(get(token, key));
    }

    public void end(UUID token, String key, KeptAnswer answer) {
        db.sql("update api_answer set status = ?, content_type = ?, location = ?, etag = ?, body = ?"
                        + " where token = ? and key = ?")
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.etag())
                .param(answer.body())
                .params(token, key)
                .update();
    }

    /** What was refused has changed nothing: the key is free again. */
    public void forget(UUID token, String key) {
        db.sql("delete from api_answer where token = ? and key = ?")
                .params(token, key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        LongWork.begin(jdbc);
        db.sql("delete from api_answer where started_at < ?").param(oldest()).update();
    }

    private KeptAnswer get(UUID token, String key) {
        return db.sql("select * from api_answer where token = ? and key = ?")
                .params(token, key)
                .query((row, number) -> new KeptAnswer(
                        row.getString("request_hash"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body")))
                .single();
    }

    private OffsetDateTime oldest() {
        Instant oldest = clock.instant().minus(settings.answersAreKept());
        return oldest.atOffset(ZoneOffset.UTC);
    }
}
