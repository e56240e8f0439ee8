package io.gatehouse.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient reads it.
 *
 * @param text its plain text; where it has only HTML, that without the tags
 * @param links the addresses in the text
 */
record Mail(
        long id,
        Instant cameAt,
        String sender,
        String recipient,
        String subject,
        String text,
        List<String> links,
        List<Enclosure> enclosures) {

    /** A file that came with it. */
    record Enclosure(String name, byte[] content) {

        public int size() {
            return content.length;
        }
    }

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    static Mail read(long id, Instant cameAt, MimeMessage message) {
        try {
            var plain = new ArrayList<String>();
            var html = new ArrayList<String>();
            var enclosures = new ArrayList<Enclosure>();
            collect(message, plain, html, enclosures);
            var text = plain.isEmpty()
                    ? String.join("\n", html)
                            .replaceAll("(?s)<style.*?</style>", "")
                            .replaceAll("<[^>]+>", "")
                    : String.join("\n", plain);
            var links = LINK.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            return new Mail(
                    id,
                    cameAt,
                    addresses(message.getFrom()),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    String.valueOf(message.getSubject()),
                    text.strip(),
                    links,
                    enclosures);
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + id + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(it -> it instanceof InternetAddress internet ? internet.getAddress() : it.toString())
                        .collect(Collectors.joining(", "));
    }

    private static void collect(Part part, List<String> plain, List<String> html, List<Enclosure> enclosures)
            throws MessagingException, IOException {
        var content = part.getFileName() == null ? part.getContent() : null;
        if (content instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                collect(parts.getBodyPart(at), plain, html, enclosures);
            }
        } else if (part.getFileName() != null) {
            try (var input = part.getInputStream()) {
                enclosures.add(new Enclosure(part.getFileName(), input.readAllBytes()));
            }
        } else if (content instanceof String text) {
            (part.isMimeType("text/html") ? html : plain).add(text);
        }
    }
}
