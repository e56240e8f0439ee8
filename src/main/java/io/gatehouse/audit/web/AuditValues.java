package io.gatehouse.audit.web;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern VERSION = Pattern.compile("version (\\d+), (.+)");
    private static final Set<String> PEOPLE = Set.of("recipient");

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
        return TIME.matcher(value).matches() ? Instant.parse(value) : null;
    }

    /** As it is, where there are no words for it. */
    public String say(String field, String value) {
        if (PEOPLE.contains(field)) {
            return sentences.person(new Username(value));
        }
        var version = VERSION.matcher(value);
        if (version.matches()) {
            return messages.getMessage(
                    "audit.value.version",
                    new Object[] {version.group(1), version.group(2)},
                    LocaleContextHolder.getLocale());
        }
        var own = text("value." + field + "." + value);
        var words = own == null && WORDS.containsKey(field) ? text(WORDS.get(field) + value) : own;
        return words == null ? value : words;
    }

    /** Without words in reserve: what others typed is no pattern. */
    private @Nullable String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale());
    }
}
