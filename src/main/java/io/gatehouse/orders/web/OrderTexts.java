package io.gatehouse.orders.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Money;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/** Sentences and times of the order page, in the language of the request and the console's zone. */
@Component
class OrderTexts {

    private final MessageSource messages;
    private final Sentences sentences;
    private final ZoneId zone;

    OrderTexts(MessageSource messages, Sentences sentences, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.messages = messages;
        this.sentences = sentences;
        this.zone = zone;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** With milliseconds, where order matters. */
    String exact(Instant time) {
        return write("order.time.exact", time);
    }

    String second(Instant time) {
        return write("order.time.second", time);
    }

    String minute(Instant time) {
        return write("order.time.minute", time);
    }

    String person(Username who) {
        return sentences.person(who);
    }

    String money(Money money) {
        return money.currency().getCurrencyCode() + " " + money.major();
    }

    String took(int millis) {
        return millis < 1000
                ? say("order.millis", millis)
                : say("order.seconds", Duration.ofMillis(millis).toMillis() / 100 / 10.0);
    }

    /** In the largest unit that is at least one. */
    String span(Duration time) {
        if (time.toHours() > 0) {
            return say("time.hours", time.toHours());
        }
        return time.toMinutes() > 0 ? say("time.minutes", time.toMinutes()) : say("time.seconds", time.toSeconds());
    }

    String size(String text) {
        return say("order.bytes", text.getBytes(StandardCharsets.UTF_8).length);
    }

    private String write(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(say(pattern), LocaleContextHolder.getLocale())
                .format(time.atZone(zone));
    }
}
