package io.gatehouse.mail;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * A mail to a person.
 *
 * @param key what makes it this mail and no other, for example {@code EN-20261123-0001/decided/administrator}; a mail
 *     of the same key is never sent twice
 * @param template its texts are {@code mail.<template>.subject} and {@code mail.<template>.body} of the bundles
 * @param model what stands in their places {@code {0} {1} …}, in the map's order; an {@code Instant} is written in the
 *     console's zone
 * @param link the page it leads to, as a path: {@code /audit/cases/EN-20261123-0001}
 * @param request the number of the request it belongs to, if there is one
 */
public record Mail(
        String key,
        Username to,
        String template,
        Map<String, Object> model,
        String link,
        List<Attachment> attachments,
        @Nullable AppId game,
        @Nullable String request) {

    /** A file that goes with the mail; it is not kept. */
    public record Attachment(String name, String contentType, byte[] content) {}

    public static Mail of(String key, Username to, String template, Map<String, Object> model, String link) {
        return new Mail(key, to, template, model, link, List.of(), null, null);
    }

    public Mail about(@Nullable AppId game, @Nullable String request) {
        return new Mail(key, to, template, model, link, attachments, game, request);
    }

    public Mail with(Attachment attachment) {
        return new Mail(key, to, template, model, link, List.of(attachment), game, request);
    }
}
