package io.gatehouse.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How mails leave.
 *
 * @param from the sender, for example {@code Gatehouse <no-reply@example.com>}
 * @param publicUrl where people reach Gatehouse; links in mails begin with it
 */
@Component
record MailSettings(
        @Value("${gatehouse.mail.from}") String from,
        @Value("${gatehouse.public-url}") String publicUrl) {}
