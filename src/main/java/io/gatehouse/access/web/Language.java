package io.gatehouse.access.web;

import java.util.Collections;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

/** The languages of the console: English and Simplified Chinese. */
enum Language {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The first language the browser asks for that we speak; English if there is none. */
    static Language preferredBy(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(it -> it.equals("en") || it.equals("zh"))
                .findFirst()
                .map(Language::of)
                .orElse(ENGLISH);
    }

    /** What {@code ?lang=} names: {@code zh}, {@code zh-CN}, or anything else for English. */
    static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? CHINESE : ENGLISH;
    }
}
