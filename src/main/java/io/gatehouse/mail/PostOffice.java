package io.gatehouse.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.mail.MessagingException;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
class PostOffice {

    private final JavaMailSender server;
    private final MailSettings settings;

    PostOffice(JavaMailSender server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    void deliver(Letter letter, List<Mail.Attachment> attachments) {
        var message = server.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, !attachments.isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(letter.address());
            helper.setSubject(letter.subject());
            helper.setText(letter.body() + "\n\n" + settings.publicUrl() + letter.link() + "\n");
            for (var attachment : attachments) {
                helper.addAttachment(
                        attachment.name(), new ByteArrayResource(attachment.content()), attachment.contentType());
            }
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        server.send(message);
    }
}
