package io.gatehouse.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Somebody who edits a stored chain in one of the ways a database allows. */
class Tampering {

    /** A row as stored. */
    record Row(long position, LogEntry entry, String hash) {

        Link link() {
            return Link.of(position, entry, hash);
        }
    }

    /** @param position the first position at which the stored chain differs from the original */
    record Edit(String what, List<Row> rows, long position) {}

    private final Random random;
    private final List<Row> original;

    Tampering(Random random, List<Row> original) {
        this.random = random;
        this.original = original;
    }

    Edit any() {
        var rows = new ArrayList<>(original);
        var at = random.nextInt(rows.size());
        return switch (random.nextInt(16)) {
            case 0 -> dropTail(rows, at);
            case 1 -> swap(rows, at, false);
            case 2 -> swap(rows, at, true);
            case 3 -> delete(rows, at, false);
            case 4 -> delete(rows, at, true);
            case 5 -> insert(rows, at);
            case 6 -> rewrite(rows, at);
            default -> flip(rows, at, random.nextInt(10));
        };
    }

    private Edit flip(List<Row> rows, int at, int column) {
        var row = rows.get(at);
        rows.set(
                at,
                switch (column) {
                    case 0 -> new Row(row.position(), row.entry(), flipped(row.hash()));
                    case 1 -> new Row(row.position() + rows.size(), row.entry(), row.hash());
                    default -> new Row(row.position(), flipped(row.entry(), column), row.hash());
                });
        rows.sort((a, b) -> Long.compare(a.position(), b.position()));
        return new Edit("column " + column, rows, row.position());
    }

    private LogEntry flipped(LogEntry e, int column) {
        return new LogEntry(
                column == 2 ? e.id() + 1 : e.id(),
                column == 3 ? e.at().plus(Duration.ofNanos(1000)) : e.at(),
                column == 4 ? flipped(e.type()) : e.type(),
                column == 5 ? flipped(e.actor()) : e.actor(),
                column == 6 ? flipped(e.subject()) : e.subject(),
                column == 7 ? other(e.game()) : e.game(),
                column == 8 ? other(e.request()) : e.request(),
                column == 9 ? flipped(e.details()) : e.details());
    }

    private Edit dropTail(List<Row> rows, int at) {
        return new Edit("tail dropped", List.copyOf(rows.subList(0, at)), at + 1);
    }

    private Edit swap(List<Row> rows, int at, boolean renumbered) {
        var other = (at + 1 + random.nextInt(rows.size() - 1)) % rows.size();
        Collections.swap(rows, at, other);
        if (renumbered) {
            renumber(rows);
        }
        return new Edit("swapped, renumbered " + renumbered, rows, Math.min(at, other) + 1);
    }

    private Edit delete(List<Row> rows, int at, boolean renumbered) {
        rows.remove(at);
        if (renumbered) {
            renumber(rows);
        }
        return new Edit("deleted, renumbered " + renumbered, rows, at + 1);
    }

    private Edit insert(List<Row> rows, int at) {
        var twin = rows.get(random.nextInt(rows.size()));
        rows.add(at, new Row(at + 1, twin.entry(), twin.hash()));
        return new Edit("inserted", rows, at + 1);
    }

    /** The cleverest: changes a row and makes all hashes from there on anew. */
    private Edit rewrite(List<Row> rows, int at) {
        flip(rows, at, 5);
        var previous = at == 0 ? Chain.START : rows.get(at - 1).hash();
        for (var i = at; i < rows.size(); i++) {
            var row = rows.get(i);
            previous = Chain.hash(previous, Chain.digest(row.position(), row.entry()));
            rows.set(i, new Row(row.position(), row.entry(), previous));
        }
        return new Edit("rewritten", rows, at + 1);
    }

    private static void renumber(List<Row> rows) {
        for (var i = 0; i < rows.size(); i++) {
            rows.set(i, new Row(i + 1, rows.get(i).entry(), rows.get(i).hash()));
        }
    }

    private String flipped(String text) {
        var at = random.nextInt(text.length());
        var c = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + c + text.substring(at + 1);
    }

    private static String other(String value) {
        return value == null ? "" : value + " ";
    }
}
