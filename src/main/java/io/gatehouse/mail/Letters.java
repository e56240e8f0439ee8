package io.gatehouse.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.gatehouse.core.Columns;
import io.gatehouse.core.Username;

/** The mails written so far. */
@Repository
class Letters {

    private static final String WRITE = """
            insert into mail (key, recipient, address, subject, body, link, game, request, written_at, next_attempt_at, sent_at)
            values (:key, :recipient, :address, :subject, :body, :link, :game, :request, :now, :next, :sent)
            on conflict (key) do update set sent_at = excluded.sent_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Letter> find(String key) {
        return jdbc.sql("select * from mail where key = :key")
                .param("key", key)
                .query(Letters::letter)
                .optional();
    }

    void sent(Letter letter) {
        write(letter, null, clock.instant());
    }

    void queue(Letter letter) {
        write(letter, clock.instant(), null);
    }

    /** Takes some that are due; others that look at the same moment get others. */
    List<Letter> due(int most) {
        return jdbc.sql("""
                select * from mail where sent_at is null and next_attempt_at <= :now
                order by next_attempt_at limit :most for update skip locked
                """)
                .param("now", timestamp(clock.instant()))
                .param("most", most)
                .query(Letters::letter)
                .list();
    }

    void postpone(Letter letter, Instant until) {
        jdbc.sql("update mail set attempts = attempts + 1, next_attempt_at = :until where key = :key")
                .param("until", timestamp(until))
                .param("key", letter.key())
                .update();
    }

    void stands(String key, String number) {
        jdbc.sql("insert into mail_case (key, number, at) values (:key, :number, :now) on conflict do nothing")
                .param("key", key)
                .param("number", number)
                .param("now", timestamp(clock.instant()))
                .update();
    }

    List<SentMail> of(String number) {
        return jdbc.sql("""
                select mail.*, joined.at as joined_at
                  from mail left join mail_case joined on joined.key = mail.key and joined.number = :number
                 where mail.key in (select key from mail where request = :number
                                    union select key from mail_case where number = :number)
                 order by written_at
                """)
                .param("number", number)
                .query((row, index) -> new SentMail(
                        new Username(row.getString("recipient")),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("link"),
                        Columns.instant(row, "sent_at"),
                        Columns.instant(row, "joined_at")))
                .list();
    }

    private void write(Letter letter, @Nullable Instant next, @Nullable Instant sent) {
        jdbc.sql(WRITE)
                .param("key", letter.key())
                .param("recipient", letter.recipient())
                .param("address", letter.address())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("link", letter.link())
                .param("game", letter.game())
                .param("request", letter.request())
                .param("now", timestamp(clock.instant()))
                .param("next", timestamp(next))
                .param("sent", timestamp(sent))
                .update();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getString("key"),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getString("game"),
                row.getString("request"),
                row.getInt("attempts"),
                Columns.instant(row, "sent_at"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
