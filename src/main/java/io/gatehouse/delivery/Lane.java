package io.gatehouse.delivery;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * The parcels of one endpoint in this instance's hands. How many of them may be under way at once it finds out: one
 * more for each whole answer, half as many for each that does not come. So an endpoint that hangs soon occupies next to
 * nothing, and one that is quick is used to the full, but never faster than its pace. Guarded by the sender.
 */
class Lane {

    /** What an endpoint is trusted with that nothing is known of. */
    static final int FIRST = 8;

    private final Queue<Parcel> waiting = new ArrayDeque<>();
    private final int most;
    private final Pace pace;
    private int limit;
    private int underWay;
    private boolean inTurn;
    private boolean moreInTable;

    /** @param most that may ever be under way at once */
    Lane(int most, Pace pace) {
        this.most = most;
        this.pace = pace;
        this.limit = Math.min(FIRST, most);
    }

    void add(Parcel parcel) {
        waiting.add(parcel);
    }

    @Nullable
    Parcel next() {
        return waiting.poll();
    }

    /** Takes out all that wait. */
    List<Parcel> clear() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    void begin(long now) {
        underWay++;
        pace.step(now);
    }

    /** How long the next one has to wait for its pace, in nanoseconds. */
    long pause(long now) {
        return pace.pause(now);
    }

    /** @param answered whether a whole answer came, in time and not only to ask for patience */
    void end(boolean answered) {
        underWay--;
        limit = answered ? Math.min(most, limit + 1) : Math.max(1, limit / 2);
    }

    boolean mayBegin() {
        return !waiting.isEmpty() && underWay < limit;
    }

    boolean isIdle() {
        return waiting.isEmpty() && underWay == 0;
    }

    /** Whether nothing would be lost with it: a new one would begin as it is, or better informed. */
    boolean isForgettable() {
        return isIdle() && !moreInTable && limit >= Math.min(FIRST, most);
    }

    int waiting() {
        return waiting.size();
    }

    int underWay() {
        return underWay;
    }

    /** Whether it stands in the queue of those that may begin something, or will when its pause is over. */
    boolean isInTurn() {
        return inTurn;
    }

    void inTurn(boolean now) {
        inTurn = now;
    }

    /** The table may hold more for it than was taken. */
    void leaveMoreInTable() {
        moreInTable = true;
    }

    /** Whether the table should be looked at again: once each time there is room. */
    boolean asksForMore(int room) {
        var asks = moreInTable && waiting.size() <= room;
        moreInTable &= !asks;
        return asks;
    }
}
