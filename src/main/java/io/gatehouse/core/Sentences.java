package io.gatehouse.core;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says refusals in a person's language: the one place where they are translated. */
@Component
public class Sentences {

    private static final String PREFIX = "refusal.";

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Refusal refusal, Locale locale) {
        return messages.getMessage(
                PREFIX + refusal.code(), refusal.arguments().toArray(), refusal.getMessage(), locale);
    }

    /** In the language of the request at hand. */
    public String of(Refusal refusal) {
        return of(refusal, LocaleContextHolder.getLocale());
    }
}
