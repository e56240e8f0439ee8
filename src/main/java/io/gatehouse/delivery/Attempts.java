package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.ForeignText;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;

/** Every attempt that was made, for ever. */
@Repository
class Attempts {

    private final JdbcTemplate jdbc;

    Attempts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Result.Tried> tries) {
        var rows = new Rows<>(tries, jdbc);
        jdbc.update(
                """
                insert into delivery_attempt (notification, number, kind, mock, game, env, order_no, refund_no, url, address,
                                              at, millis, name_ms, connect_ms, tls_ms, answer_ms, status, outcome,
                                              diagnosis, detail, reply_type, reply)
                select t.notification, t.number, t.kind, false, t.game, t.env, t.order_no, t.refund_no, t.url, t.address,
                       t.at, t.millis, t.name_ms, t.connect_ms, t.tls_ms, t.answer_ms, t.status, t.outcome, t.diagnosis,
                       t.detail, t.reply_type, t.reply
                  from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::timestamptz[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::smallint[],
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       as t (notification, number, kind, game, env, order_no, refund_no, url, address, at, millis, name_ms,
                             connect_ms, tls_ms, answer_ms, status, outcome, diagnosis, detail, reply_type, reply)
                """,
                rows.column("uuid", it -> it.parcel().id()),
                rows.column("int", it -> it.parcel().attempts() + 1),
                rows.column("text", it -> it.parcel().kind().name()),
                rows.column("text", it -> it.parcel().endpoint().game().value()),
                rows.column("smallint", it -> it.parcel().endpoint().env().number()),
                rows.column("text", it -> it.parcel().orderNo()),
                rows.column("text", it -> it.parcel().refundNo()),
                rows.column("text", it -> it.parcel().url().toString()),
                rows.column("text", it -> it.reply().address()),
                rows.column("timestamptz", it -> it.reply().at()),
                rows.column("int", it -> (int) it.reply().took().toMillis()),
                rows.column("int", it -> it.reply().timings().name()),
                rows.column("int", it -> it.reply().timings().connect()),
                rows.column("int", it -> it.reply().timings().tls()),
                rows.column("int", it -> it.reply().timings().answer()),
                rows.column("smallint", it -> it.reply().status()),
                rows.column("text", it -> it.verdict().diagnosis().outcome().name()),
                rows.column("text", it -> it.verdict().diagnosis().name()),
                rows.column("text", it -> ForeignText.plain(it.verdict().detail())),
                rows.column("text", it -> Texts.mediaType(it.reply())),
                rows.column("text", it -> it.reply().kept()));
    }

    /** A test notification that was sent by hand. */
    void addMock(AppId game, UUID id, EndpointUrl url, Reply reply, Verdict verdict, String body) {
        jdbc.update(
                """
                with signed as (insert into notification_body (notification, body) values (?, ?))
                insert into delivery_attempt (notification, number, kind, mock, game, env, url, address, at, millis, name_ms,
                                              connect_ms, tls_ms, answer_ms, status, outcome, diagnosis, detail, reply_type,
                                              reply)
                values (?, 1, 'DELIVERY', true, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                body,
                id,
                game.value(),
                url.toString(),
                reply.address(),
                Timestamp.from(reply.at()),
                reply.took().toMillis(),
                reply.timings().name(),
                reply.timings().connect(),
                reply.timings().tls(),
                reply.timings().answer(),
                reply.status(),
                verdict.diagnosis().outcome().name(),
                verdict.diagnosis().name(),
                ForeignText.plain(verdict.detail()),
                Texts.mediaType(reply),
                reply.kept());
    }
}
