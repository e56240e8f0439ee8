package io.gatehouse.audit;

import java.time.Instant;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The line of a row … */
class ChainTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456Z");

    @Test
    void isReadBackAsItWasWritten() {
        var entry = new LogEntry(
                7, NOON, "item.released", "mei", "item \\N\ttab", "wx1", "RL-1", "{\"name\":\"a\\nb\\\\\"}\r\n");

        var line = Chain.line(3, entry);

        assertThat(line).doesNotContain("\n").startsWith("3\t7\t2026-11-23T04:00:00.123456Z\titem.released\tmei\t");
        assertThat(Chain.entry(line)).isEqualTo(entry);
    }

    @Test
    void tellsNoneFromAnEmptyTextAndFromABackslashN() {
        var none = new LogEntry(7, NOON, "a.b", "mei", "s", null, null, "{}");
        var empty = new LogEntry(7, NOON, "a.b", "mei", "s", "", "", "{}");
        var letters = new LogEntry(7, NOON, "a.b", "mei", "s", "\\N", "\\N", "{}");

        assertThat(Chain.line(1, none)).isNotEqualTo(Chain.line(1, empty)).isNotEqualTo(Chain.line(1, letters));
        assertThat(Chain.entry(Chain.line(1, none))).isEqualTo(none);
        assertThat(Chain.entry(Chain.line(1, empty))).isEqualTo(empty);
        assertThat(Chain.entry(Chain.line(1, letters))).isEqualTo(letters);
    }

    @Test
    void doesNotDependOnWhereTextsMeet() {
        var one = new LogEntry(7, NOON, "a", "b\tc", "d", null, null, "{}");
        var other = new LogEntry(7, NOON, "a\tb", "c", "d", null, null, "{}");

        assertThat(Chain.digest(1, one)).isNotEqualTo(Chain.digest(1, other));
    }

    @Test
    void canBeHashedWithOrdinaryTools() {
        var digest = DigestUtils.sha256Hex("abc");

        assertThat(digest).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Chain.hash(Chain.START, digest)).isEqualTo(DigestUtils.sha256Hex(Chain.START + "\n" + digest));
    }
}
