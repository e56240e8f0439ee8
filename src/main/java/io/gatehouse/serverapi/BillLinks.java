package io.gatehouse.serverapi;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.AppId;

/** Addresses under which a bill can be fetched for half an hour, by whoever has them. */
@Repository
class BillLinks {

    /** The bill of a game's orders that were paid from the first to the last day. */
    record Bill(AppId game, LocalDate begin, LocalDate end) {}

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final int BYTES = 24;

    private final JdbcClient db;
    private final Clock clock;

    BillLinks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    String make(Bill bill) {
        var token = RandomHex.of(BYTES);
        var now = clock.instant();
        db.sql("delete from bill_link where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("insert into bill_link (token_hash, app_id, begin_day, end_day, expires_at) values (?, ?, ?, ?, ?)")
                .params(DigestUtils.sha256Hex(token), bill.game().value(), bill.begin(), bill.end())
                .param(now.plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    Optional<Bill> find(String token) {
        return db.sql("select * from bill_link where token_hash = ? and expires_at > ?")
                .params(DigestUtils.sha256Hex(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Bill(
                        new AppId(row.getString("app_id")),
                        row.getObject("begin_day", LocalDate.class),
                        row.getObject("end_day", LocalDate.class)))
                .optional();
    }
}
