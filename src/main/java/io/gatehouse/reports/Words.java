package io.gatehouse.reports;

import java.util.Locale;

import org.springframework.context.MessageSource;

/** Says titles and states in the language of whoever asked for the export. */
record Words(MessageSource messages, Locale locale) {

    private static final Object[] NOTHING = {};

    String say(String key) {
        return messages.getMessage(key, NOTHING, locale);
    }
}
