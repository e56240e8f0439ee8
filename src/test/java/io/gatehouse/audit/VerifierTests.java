package io.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The verifier … */
class VerifierTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final int LENGTH = 200;

    private final List<Tampering.Row> chain = chain();
    private final List<Head> heads = List.of(head(50), head(100), head(150), head(LENGTH));

    @Test
    void findsNothingWrongWithWhatNobodyTouched() {
        var verdict = verify(chain, heads);

        assertThat(verdict.isUnbroken()).isTrue();
        assertThat(verdict.checked()).isEqualTo(LENGTH);
        assertThat(verdict.against()).isEqualTo(heads.get(3));
    }

    @Test
    void findsEveryOneOfAThousandEditsAndTheFirstBadRow() {
        var tampering = new Tampering(new Random(20261123), chain);

        for (var i = 0; i < 1000; i++) {
            var edit = tampering.any();
            var fault = verify(edit.rows(), heads).fault();

            assertThat(fault).as("edit %d: %s", i, edit.what()).isNotNull();
            if (fault.kind() == Fault.Kind.REWRITTEN) {
                assertThat(edit.what()).isEqualTo("rewritten");
                assertThat(edit.position()).isBetween(fault.position(), fault.through());
                assertThat(fault.through() - fault.position()).isLessThan(50);
            } else {
                assertThat(fault.position()).as("edit %d: %s", i, edit.what()).isEqualTo(edit.position());
            }
        }
    }

    @Test
    void saysWhatWasDoneToTheRow() {
        var withoutTheTenth = new ArrayList<>(chain);
        withoutTheTenth.remove(9);

        var removed = verify(withoutTheTenth, heads).fault();
        var cutOff = verify(chain.subList(0, 170), heads).fault();

        assertThat(removed).isEqualTo(Fault.at(Fault.Kind.REMOVED, 10, null));
        assertThat(cutOff).isEqualTo(new Fault(Fault.Kind.CUT_OFF, 171, 200, null));
    }

    @Test
    void findsAnEmptiedLog() {
        assertThat(verify(List.of(), heads).fault()).isEqualTo(new Fault(Fault.Kind.CUT_OFF, 1, 50, null));
    }

    @Test
    void checksAPartOfTheChainAgainstTheNextHead() {
        var verifier = new Verifier(20, chain.get(19).hash(), heads);

        chain.subList(20, 50).forEach(row -> verifier.check(row.link()));
        var verdict = verifier.verdictOfPart(NOON);

        assertThat(verdict.isUnbroken()).isTrue();
        assertThat(verdict.against()).isEqualTo(heads.get(0));
    }

    private static Verdict verify(List<Tampering.Row> rows, List<Head> heads) {
        var verifier = new Verifier(heads);
        rows.forEach(row -> verifier.check(row.link()));
        return verifier.verdict(NOON);
    }

    private Head head(int position) {
        return new Head(NOON, position, chain.get(position - 1).hash());
    }

    private static List<Tampering.Row> chain() {
        var rows = new ArrayList<Tampering.Row>();
        var previous = Chain.START;
        for (long position = 1; position <= LENGTH; position++) {
            var entry = new LogEntry(
                    position * 2,
                    NOON.plus(Duration.ofSeconds(position)),
                    "item.released",
                    position % 3 == 0 ? "mei" : "hana",
                    "item gem_" + position,
                    position % 2 == 0 ? null : "wx7f20c4a19be3",
                    position % 5 == 0 ? null : "RL-20261123-%04d".formatted(position),
                    "{\"price\":\"1.79 USD → 1.99 USD\"}");
            previous = Chain.hash(previous, Chain.digest(position, entry));
            rows.add(new Tampering.Row(position, entry, previous));
        }
        return rows;
    }
}
