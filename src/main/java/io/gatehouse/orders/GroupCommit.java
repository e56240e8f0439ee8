package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Does what comes at the same moment together: who comes first leads a group on their own thread, who comes meanwhile
 * makes up the next one. Whoever comes alone waits for nobody; in a crowd the leader waits a moment for those who are
 * nearly there, as PostgreSQL's {@code commit_delay} does. The more come at once, the less each of them costs.
 */
class GroupCommit<T, R> {

    private static final int MOST = 64;

    /** From this many in a group on, the next one waits for company. */
    private static final int CROWD = 8;

    private static final long COMPANY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    /** So long a group may take, for a lock for example, before a second one goes on beside it. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Queue<Member<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore leader = new Semaphore(1);
    private final Semaphore secondLeader = new Semaphore(1);
    private volatile int lastSize;
    private final Function<List<T>, List<R>> work;
    private final Predicate<RuntimeException> blamesOne;

    /**
     * @param work does all of a group or, by an exception, nothing of it
     * @param blamesOne whether an exception may be about one of the group: then each is tried alone
     */
    GroupCommit(Function<List<T>, List<R>> work, Predicate<RuntimeException> blamesOne) {
        this.work = work;
        this.blamesOne = blamesOne;
    }

    /** Waits until it is done. @throws RuntimeException what the work has thrown for this one alone */
    R add(T item) {
        var member = new Member<T, R>(item);
        waiting.add(member);
        var impatient = System.nanoTime() + PATIENCE_NANOS;
        var interrupted = false;
        while (!member.done) {
            if (!member.taken && leader.tryAcquire()) {
                lead(leader);
            } else if (!member.taken && System.nanoTime() - impatient >= 0 && secondLeader.tryAcquire()) {
                lead(secondLeader);
            } else {
                LockSupport.parkNanos(this, PATIENCE_NANOS);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return member.outcome();
    }

    /** Whoever put itself in the queue while there was no place for a leader must look again. */
    private void callNextLeader() {
        var next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void lead(Semaphore place) {
        try {
            if (lastSize >= CROWD) {
                LockSupport.parkNanos(this, COMPANY_NANOS);
            }
            lead();
        } finally {
            place.release();
            callNextLeader();
        }
    }

    private void lead() {
        var group = new ArrayList<Member<T, R>>();
        for (var member = waiting.poll(); member != null; member = group.size() < MOST ? waiting.poll() : null) {
            member.taken = true;
            group.add(member);
        }
        lastSize = group.size();
        if (!group.isEmpty() && !isDoneTogether(group)) {
            group.forEach(it -> isDoneTogether(List.of(it)));
        }
    }

    /** False if it failed and may succeed for each alone. */
    private boolean isDoneTogether(List<Member<T, R>> group) {
        try {
            var results = work.apply(group.stream().map(it -> it.item).toList());
            for (var i = 0; i < group.size(); i++) {
                group.get(i).succeed(results.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() > 1 && blamesOne.test(e)) {
                return false;
            }
            group.forEach(it -> it.fail(e));
        } catch (Error e) {
            // nobody must wait for ever
            group.forEach(it -> it.fail(new IllegalStateException(e)));
            throw e;
        }
        return true;
    }

    private static final class Member<T, R> {

        private final T item;
        private final Thread thread = Thread.currentThread();
        private @Nullable R result;
        private @Nullable RuntimeException failure;
        private volatile boolean taken;
        private volatile boolean done;

        Member(T item) {
            this.item = item;
        }

        void succeed(R outcome) {
            result = outcome;
            end();
        }

        void fail(RuntimeException cause) {
            failure = cause;
            end();
        }

        private void end() {
            done = true;
            LockSupport.unpark(thread);
        }

        R outcome() {
            if (failure != null) {
                throw failure;
            }
            if (result == null) {
                throw new IllegalStateException("Nothing came of " + item);
            }
            return result;
        }
    }
}
