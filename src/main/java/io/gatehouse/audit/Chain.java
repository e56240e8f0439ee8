package io.gatehouse.audit;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the hash chain, reproducible with {@code sha256sum}. A row is one line of tab-separated text
 * (position, id, time, type, actor, subject, game, request, details; {@code \\ \t \n \r} escaped, {@code \N} for none).
 * Its digest is the SHA-256 of that line, its hash the SHA-256 of the previous hash, a line feed and the digest; all in
 * lower-case hex.
 */
final class Chain {

    /** What stands in the place of the hash before the first row. */
    static final String START = "0".repeat(64);

    private static final String NONE = "\\N";
    private static final int FIELDS = 9;

    private Chain() {}

    static String line(long position, LogEntry entry) {
        return Stream.of(
                        Long.toString(position),
                        Long.toString(entry.id()),
                        entry.at().toString(),
                        entry.type(),
                        entry.actor(),
                        entry.subject(),
                        nullable(entry.game()),
                        nullable(entry.request()),
                        entry.details())
                .map(Chain::escape)
                .collect(Collectors.joining("\t"))
                .replace("\0", NONE);
    }

    /** Reads what {@link #line} wrote; the position is its first field. */
    static LogEntry entry(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("A log line has %d fields, not %d".formatted(FIELDS, fields.length));
        }
        return new LogEntry(
                Long.parseLong(fields[1]),
                Instant.parse(fields[2]),
                unescape(fields[3]),
                unescape(fields[4]),
                unescape(fields[5]),
                NONE.equals(fields[6]) ? null : unescape(fields[6]),
                NONE.equals(fields[7]) ? null : unescape(fields[7]),
                unescape(fields[8]));
    }

    static String digest(long position, LogEntry entry) {
        return DigestUtils.sha256Hex(line(position, entry));
    }

    static String hash(String previous, String digest) {
        return DigestUtils.sha256Hex(previous + "\n" + digest);
    }

    /** No text of the log holds the NUL character, so it can stand for "none" until the line is whole. */
    private static String nullable(@Nullable String value) {
        return value == null ? "\0" : value;
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String value) {
        var result = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                result.append(c);
                continue;
            }
            i++;
            result.append(
                    switch (value.charAt(i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> value.charAt(i);
                    });
        }
        return result.toString();
    }
}
