package io.gatehouse.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says refusals and notices in a person's language: the one place where they are translated. */
@Component
public class Sentences {

    private static final String PREFIX = "refusal.";

    private final MessageSource messages;
    private final Names names;

    /** @param names asked for when the first name is: those who keep them need sentences themselves */
    Sentences(MessageSource messages, @Lazy Names names) {
        this.messages = messages;
        this.names = names;
    }

    public String of(Refusal refusal, Locale locale) {
        var arguments =
                refusal.arguments().stream().map(it -> inWords(it, locale)).toArray();
        return messages.getMessage(PREFIX + refusal.code(), arguments, refusal.getMessage(), locale);
    }

    /** In the language of the request at hand. */
    public String of(Refusal refusal) {
        return of(refusal, LocaleContextHolder.getLocale());
    }

    /** What a form says at its fields: field → sentence; empty for a refusal that is about no field. */
    public Map<String, String> byField(Refusal refusal) {
        var sentences = new LinkedHashMap<String, String>();
        refusal.faults().forEach(it -> sentences.putIfAbsent(it.field(), of(it)));
        return sentences;
    }

    public String of(Notice notice, Locale locale) {
        var arguments =
                notice.arguments().stream().map(it -> inWords(it, locale)).toArray();
        return messages.getMessage(notice.key(), arguments, locale);
    }

    /** What whoever acts under a username is called, who may be no person. */
    public String person(Username who, Locale locale) {
        return names.of(who)
                .or(() -> Optional.ofNullable(messages.getMessage("audit.actor." + who, new Object[0], null, locale)))
                .orElse(who.value());
    }

    /** In the language of the request at hand. */
    public String person(Username who) {
        return person(who, LocaleContextHolder.getLocale());
    }

    /**
     * A person by their name; a constant by the text the bundles have for it: {@code RequestStatus.APPROVED} is {@code request.status.APPROVED};
     * refusals inside of one by their sentences.
     */
    private Object inWords(Object argument, Locale locale) {
        if (argument instanceof Refusal part) {
            return of(part, locale);
        }
        if (argument instanceof Notice part) {
            return of(part, locale);
        }
        if (argument instanceof Username who) {
            return person(who, locale);
        }
        if (argument instanceof Collection<?> parts) {
            return parts.stream().map(it -> inWords(it, locale).toString()).collect(Collectors.joining(" "));
        }
        if (argument instanceof Enum<?> constant) {
            var type = constant.getDeclaringClass().getSimpleName();
            var key = type.replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(Locale.ROOT);
            return String.valueOf(
                    messages.getMessage(key + "." + constant.name(), new Object[0], constant.name(), locale));
        }
        return argument;
    }
}
