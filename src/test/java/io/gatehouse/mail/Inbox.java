package io.gatehouse.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What has really arrived at the mail server, once everything that is queued has been sent. */
public class Inbox {

    /** A mail that arrived. */
    public record Arrived(List<String> to, String subject, String text) {

        public boolean isTo(String address) {
            return to.contains(address);
        }
    }

    private final GreenMail server;
    private final Letters letters;
    private final MailRound round;

    Inbox(GreenMail server, Letters letters, MailRound round) {
        this.server = server;
        this.letters = letters;
        this.round = round;
    }

    /** The mails whose subject or text names that, oldest first. */
    public List<Arrived> naming(String words) {
        while (!letters.due(1).isEmpty()) {
            round.send();
        }
        return Arrays.stream(server.getReceivedMessages())
                .map(Inbox::read)
                .filter(it -> it.subject().contains(words) || it.text().contains(words))
                .toList();
    }

    private static Arrived read(MimeMessage message) {
        try {
            var to = Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .map(Address::toString)
                    .toList();
            var content = message.getContent();
            return new Arrived(to, message.getSubject(), content instanceof String text ? text : "");
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that arrived cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        Inbox inbox(GreenMail server, Letters letters, MailRound round) {
            return new Inbox(server, letters, round);
        }
    }
}
