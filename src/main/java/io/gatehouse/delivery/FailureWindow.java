package io.gatehouse.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last results of an endpoint, from which it is seen that it keeps failing. */
class FailureWindow {

    private static final int SIZE = 20;
    private static final int LEAST = 10;
    private static final double TOO_MANY = 0.7;

    private final Deque<Boolean> failures = new ArrayDeque<>(SIZE);

    /** Takes a result in; true if the endpoint should now be given a rest. */
    boolean add(boolean failure) {
        if (failures.size() == SIZE) {
            failures.removeFirst();
        }
        failures.addLast(failure);
        var failed = failures.stream().filter(it -> it).count();
        return failure && failures.size() >= LEAST && failed >= TOO_MANY * failures.size();
    }
}
