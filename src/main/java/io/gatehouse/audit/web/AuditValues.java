package io.gatehouse.audit.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/**
 * The values of a log row in the words of who reads it: {@code ${@auditValues.say(change.field, change.after)}}. The row
 * itself, its hash and every export keep them as they were written.
 */
@Component("auditValues")
class AuditValues {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern PRICE = Pattern.compile(
            "(?:version (\\d+), )?(-?[\\d.]+) ([A-Z]{3})(?:, (approved|rejected)(: .*)?)?", Pattern.DOTALL);
    private static final Set<String> PEOPLE = Set.of("recipient");
    private static final Set<String> PRICES = Set.of("amount", "price");

    /** Where else the bundles have the words for the values of a field. */
    private static final Map<String, String> WORDS = Map.of(
            "state", "order.state.",
            "kind", "request.kind.",
            "role", "role.",
            "resolution", "form.resolve-undelivered.resolution.",
            "exempt", "audit.",
            "on", "audit.");

    private final MessageSource messages;
    private final Sentences sentences;

    AuditValues(MessageSource messages, Sentences sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    /** The moment, if the value is one. */
    public @Nullable Instant time(String value) {
        if (!TIME.matcher(value).matches()) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) { // a text in that shape, of somebody who typed it
            return null;
        }
    }

    /** As it is, where there are no words for it. */
    public String say(String field, String value) {
        if (PEOPLE.contains(field)) {
            return sentences.person(new Username(value));
        }
        var price = PRICE.matcher(value);
        if (price.matches() && (PRICES.contains(field) || price.group(1) != null || price.group(4) != null)) {
            return price(price);
        }
        var own = text("value." + field + "." + value);
        var words = own == null && WORDS.containsKey(field) ? text(WORDS.get(field) + value) : own;
        return words == null ? value : words;
    }

    /** The currency first, as everywhere in the console; of a release with its version and what was decided. */
    private String price(Matcher price) {
        var amount = price.group(3) + " " + price.group(2);
        var text = price.group(1) == null ? amount : text("audit.value.version", price.group(1), amount);
        return price.group(4) == null
                ? String.valueOf(text)
                : text + text("audit.value." + price.group(4)) + Objects.requireNonNullElse(price.group(5), "");
    }

    /** Without words in reserve: what others typed is no pattern. */
    private @Nullable String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale());
    }
}
