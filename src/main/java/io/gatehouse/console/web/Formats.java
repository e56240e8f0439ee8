package io.gatehouse.console.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Role;
import io.gatehouse.core.Money;
import io.gatehouse.core.Notice;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/** How templates write money, times and names: {@code ${@fmt.time(it.paidAt)}}. Times are in the console's zone. */
@Component("fmt")
class Formats {

    private static final String DASH = "–";

    private final MessageSource messages;
    private final Sentences sentences;
    private final Clock clock;
    private final ZoneId zone;

    Formats(MessageSource messages, Sentences sentences, Clock clock, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code USD 1,234.50}. */
    public String money(@Nullable Money money) {
        return money == null ? DASH : money.currency().getCurrencyCode() + " " + amount(money);
    }

    /** {@code 1,234.50}, for columns whose head names the currency. */
    public String amount(@Nullable Money money) {
        if (money == null) {
            return DASH;
        }
        var format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(new BigDecimal(money.major()));
    }

    /** {@code 12,904}. */
    public String number(@Nullable Number number) {
        return number == null ? DASH : NumberFormat.getNumberInstance(locale()).format(number);
    }

    /** {@code 23 Nov, 09:41}; with the year if it is not this one. */
    public String time(@Nullable Instant time) {
        return write(time, "time.minute");
    }

    /** {@code 23 Nov, 09:41:07}, where order matters. */
    public String second(@Nullable Instant time) {
        return write(time, "time.second");
    }

    /** {@code 23 Nov}. */
    public String date(@Nullable Instant time) {
        return write(time, "time.date");
    }

    /** The same of a day of the calendar. */
    public String day(LocalDate day) {
        return date(day.atStartOfDay(zone).toInstant());
    }

    /** {@code 3 h ago}, {@code in 2 days}. */
    public String age(@Nullable Instant time) {
        if (time == null) {
            return DASH;
        }
        var passed = Duration.between(time, clock.instant());
        return passed.isNegative()
                ? text("time.in", span(passed.negated()))
                : text(passed.toSeconds() < 60 ? "time.now" : "time.ago", span(passed));
    }

    /** {@code 1 day 20 h left} or {@code 3 h late}. */
    public String left(@Nullable Instant due) {
        if (due == null) {
            return DASH;
        }
        var left = Duration.between(clock.instant(), due);
        return left.isNegative() ? text("time.late", span(left.negated())) : text("time.left", span(left));
    }

    public boolean isPast(@Nullable Instant time) {
        return time != null && time.isBefore(clock.instant());
    }

    /** The two largest parts: {@code 2 h 41 min}; of ten minutes and more no seconds. */
    public String span(Duration duration) {
        var parts = new long[] {
            duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        var units = List.of("time.days", "time.hours", "time.minutes", "time.seconds");
        var first = 0;
        while (first < 3 && parts[first] == 0) {
            first++;
        }
        var largest = text(units.get(first), parts[first]);
        var longEnough = first == 2 && parts[first] >= 10;
        return first == 3 || longEnough || parts[first + 1] == 0
                ? largest
                : largest + " " + text(units.get(first + 1), parts[first + 1]);
    }

    /** The name of whoever acts under a username, which may be no person's. */
    public String person(@Nullable Object username) {
        if (username == null) {
            return DASH;
        }
        return sentences.person(new Username(username.toString()));
    }

    /** The first letters of a name, for the round mark beside it. */
    public String initials(String name) {
        return Arrays.stream(name.strip().split("[\\s-]+"))
                .filter(it -> !it.isEmpty())
                .limit(2)
                .map(it -> it.substring(0, it.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    public String role(Role role) {
        return text("role." + role.name());
    }

    /** {@code Administrator, Senior developer}. */
    public String roles(Collection<Role> roles) {
        return roles.stream().map(this::role).collect(Collectors.joining(text("list.comma")));
    }

    /** The text of a key, or what is given, as it is, where the bundles have none. */
    public String or(String key, @Nullable String fallback) {
        var text = messages.getMessage(key, null, null, locale());
        return text != null ? text : Objects.requireNonNullElse(fallback, "");
    }

    /** A notice: a {@link Notice}, or just the key of its sentence. */
    public String notice(Object notice) {
        return notice instanceof Notice it ? sentences.of(it, locale()) : text(notice.toString());
    }

    public String noticeKind(Object notice) {
        return notice instanceof Notice it ? it.kind() : "ok";
    }

    private String write(@Nullable Instant time, String pattern) {
        if (time == null) {
            return DASH;
        }
        var local = time.atZone(zone);
        var thisYear = local.getYear() == clock.instant().atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(text(thisYear ? pattern : pattern + ".year"), locale())
                .format(local);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
