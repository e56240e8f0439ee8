package io.gatehouse.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.delivery.Form;

/**
 * The one thing that is different when a past notification is sent once more.
 *
 * @param subject what it is about: a field of the payload, a header, a position; empty where there is none
 * @param value what it becomes; empty where there is none
 */
public record Change(Kind kind, String subject, String value) {

    private static final int LONGEST_VALUE = 500;
    private static final Pattern HEADER = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,8}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,6}");

    /** Those that belong to the connection, not to the message. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** What can be changed. */
    public enum Kind {
        /** The same bytes; only sent now. */
        NOTHING,
        /** A field of the payload; it is signed anew with the current key. */
        FIELD,
        /** The form of the body; it is signed with the current key. */
        FORM,
        /** One byte of the body, after it was signed. */
        BYTE,
        /** The key of PayEventSig: {@code CURRENT}, {@code EARLIER} or {@code FOREIGN}. */
        KEY,
        /** The time in the header, by so many seconds; signed for that time. */
        TIMESTAMP,
        /** A header; left out if its value is empty. */
        HEADER,
        /** Marked as a mock. */
        MOCK
    }

    /** Whose key PayEventSig is made with. */
    public enum Key {
        CURRENT,
        EARLIER,
        /** Nobody's. */
        FOREIGN
    }

    public Change {
        subject = subject.strip();
        if (value.length() > LONGEST_VALUE) {
            throw new InvalidValue("value", "laboratory.value-too-long", LONGEST_VALUE);
        }
        switch (kind) {
            case NOTHING, MOCK -> {
                subject = "";
                value = "";
            }
            case FIELD -> require(!subject.isEmpty(), "subject", "laboratory.field");
            case BYTE -> require(POSITION.matcher(subject).matches(), "subject", "laboratory.position");
            case FORM -> require(isOneOf(Form.values(), value), "value", "laboratory.form");
            case KEY -> require(isOneOf(Key.values(), value), "value", "laboratory.key");
            case TIMESTAMP -> require(SECONDS.matcher(value.strip()).matches(), "value", "laboratory.seconds");
            case HEADER -> {
                subject = subject.toLowerCase(Locale.ROOT);
                require(HEADER.matcher(subject).matches(), "subject", "laboratory.header");
                require(!isOfTheConnection(subject), "subject", "laboratory.header-of-connection");
                require(PRINTABLE.matcher(value).matches(), "value", "laboratory.header-value");
            }
        }
    }

    private static boolean isOneOf(Enum<?>[] all, String name) {
        return Arrays.stream(all).anyMatch(it -> it.name().equals(name));
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header) || header.startsWith("proxy-");
    }

    private static void require(boolean holds, String field, String code) {
        if (!holds) {
            throw new InvalidValue(field, code);
        }
    }

    Form form() {
        return Form.valueOf(value);
    }

    Key key() {
        return Key.valueOf(value);
    }

    long seconds() {
        return Long.parseLong(value.strip());
    }
}
