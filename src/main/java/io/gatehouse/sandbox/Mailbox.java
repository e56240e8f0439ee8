package io.gatehouse.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The mails that the embedded server took in, kept so that a restart does not lose an archive with keys. */
@Component
@Profile("sandbox")
class Mailbox {

    /** A line of the list. */
    record Line(long id, Instant cameAt, String sender, String recipient, String subject) {}

    private final @Nullable GreenMail server;
    private final JdbcClient db;
    private final Clock clock;
    private final Set<MimeMessage> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    Mailbox(ObjectProvider<GreenMail> server, JdbcClient db, Clock clock) {
        this.server = server.getIfAvailable();
        this.db = db;
        this.clock = clock;
    }

    /** Takes over what has come in since the last time. */
    @Scheduled(fixedDelay = 1000)
    synchronized void collect() {
        if (server == null) {
            return;
        }
        // they come ordered by recipient, so a new one may stand anywhere
        for (var message : server.getReceivedMessages()) {
            if (!taken.contains(message)) {
                keep(message);
                taken.add(message);
            }
        }
    }

    List<Line> latest(String recipient) {
        collect();
        return db.sql("select id, came_at, sender, recipient, subject from toy_mail"
                        + " where recipient ilike ? escape '!' order by came_at desc, id desc limit 200")
                .param("%" + recipient.replaceAll("[!%_]", "!$0") + "%")
                .query(Mailbox::line)
                .list();
    }

    Optional<Mail> find(long id) {
        return db.sql("select came_at, source from toy_mail where id = ?")
                .param(id)
                .query((row, number) ->
                        Mail.read(id, row.getTimestamp("came_at").toInstant(), message(row.getBytes("source"))))
                .optional();
    }

    private void keep(MimeMessage message) {
        try {
            var source = new ByteArrayOutputStream();
            message.writeTo(source);
            db.sql("insert into toy_mail (message_id, came_at, sender, recipient, subject, source)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict (message_id) do nothing")
                    .params(message.getMessageID(), Timestamp.from(clock.instant()))
                    .params(Mail.addresses(message.getFrom()))
                    .params(Mail.addresses(message.getRecipients(Message.RecipientType.TO)))
                    .params(String.valueOf(message.getSubject()), source.toByteArray())
                    .update();
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that was taken in cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage message(byte[] source) {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that was kept cannot be read", e);
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getTimestamp("came_at").toInstant(),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("subject"));
    }
}
