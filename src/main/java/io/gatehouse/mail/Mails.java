package io.gatehouse.mail;

import java.util.List;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;

/** Sends mails. */
@Service
public class Mails {

    private final Letters letters;
    private final LetterWriter writer;
    private final PostOffice postOffice;

    Mails(Letters letters, LetterWriter writer, PostOffice postOffice) {
        this.letters = letters;
        this.writer = writer;
        this.postOffice = postOffice;
    }

    /**
     * Sends a mail now, and keeps it. The same key again sends nothing. For mails with attachments, which are not kept.
     *
     * @throws MailException if the mail server does not take it
     */
    public void send(Mail mail) {
        var known = letters.find(mail.key());
        if (known.map(Letter::sentAt).isPresent()) {
            return;
        }
        var letter = known.orElseGet(() -> writer.write(mail));
        postOffice.deliver(letter, mail.attachments());
        letters.sent(letter);
    }

    /**
     * Sends a mail now whose link ends in a secret. The mail is kept, the secret is not.
     *
     * @throws MailException if the mail server does not take it
     */
    public void send(Mail mail, String secret) {
        var letter = writer.write(mail);
        postOffice.deliver(letter.leadingTo(letter.link() + secret), List.of());
        letters.sent(letter);
    }

    /**
     * Sends a mail in the background, with repeats while the mail server does not take it. Joins the caller's
     * transaction: what is rolled back is not sent. Carries no attachments.
     */
    public void queue(Mail mail) {
        if (letters.find(mail.key()).isEmpty()) {
            letters.queue(writer.write(mail));
        }
    }

    /** Queues a mail that several cases cause: one of its key is sent, and it stands in each of them. */
    public void queue(Mail mail, String number) {
        queue(mail);
        letters.stands(mail.key(), number);
    }

    /** The mails of a request or another case, oldest first. */
    public List<SentMail> of(String number) {
        return letters.of(number);
    }
}
