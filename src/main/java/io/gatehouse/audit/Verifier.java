package io.gatehouse.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from one link to the next and names the first bad row. Needs nothing but the links and the heads that
 * were written out, so it runs over the database and over an export alike.
 */
final class Verifier {

    private final long start;
    private final Iterator<Head> heads;
    private @Nullable Head next;
    private @Nullable Head agreed;
    private @Nullable Fault fault;
    private long position;
    private String hash;
    private long checked;

    /** From the beginning of the chain. */
    Verifier(List<Head> heads) {
        this(0, Chain.START, heads);
    }

    /** From behind a link that is taken as given. */
    Verifier(long after, String hash, List<Head> heads) {
        this.start = after;
        this.position = after;
        this.hash = hash;
        this.heads = heads.stream()
                .filter(it -> it.position() > after)
                .sorted(Comparator.comparingLong(Head::position))
                .toList()
                .iterator();
        advance();
    }

    /** @return whether the chain is in order up to here; after a fault nothing more is looked at */
    boolean check(Link link) {
        if (fault != null) {
            return false;
        }
        checked++;
        fault = faultOf(link);
        if (fault == null) {
            position = link.position();
            hash = link.hash();
            fault = faultAtHead(link);
        }
        return fault == null;
    }

    Verdict verdict(Instant at) {
        if (fault == null && next != null) {
            fault = new Fault(Fault.Kind.CUT_OFF, position + 1, next.position(), null);
        }
        return new Verdict(at, checked, position, hash, agreed, fault, 0);
    }

    /** For a chain of which later heads than its end are of no concern: a part of it. */
    Verdict verdictOfPart(Instant at) {
        return new Verdict(at, checked, position, hash, agreed, fault, 0);
    }

    long position() {
        return position;
    }

    private @Nullable Fault faultOf(Link link) {
        if (link.position() <= position) {
            return Fault.at(Fault.Kind.INSERTED, link.position(), link.entry());
        }
        if (link.position() > position + 1 || link.digest() == null) {
            return Fault.at(Fault.Kind.REMOVED, position + 1, null);
        }
        if (!Chain.hash(hash, link.digest()).equals(link.hash())) {
            return Fault.at(Fault.Kind.CHANGED, link.position(), link.entry());
        }
        return null;
    }

    /** All up to here fits together; if a head disagrees, it was fitted together anew after the last head that agrees. */
    private @Nullable Fault faultAtHead(Link link) {
        while (next != null && next.position() == position) {
            if (!Objects.equals(next.hash(), hash)) {
                var first = agreed == null ? start + 1 : agreed.position() + 1;
                return new Fault(Fault.Kind.REWRITTEN, first, position, first == position ? link.entry() : null);
            }
            agreed = next;
            advance();
        }
        return null;
    }

    private void advance() {
        next = heads.hasNext() ? heads.next() : null;
    }
}
