package io.gatehouse.bench;

/** Some orders in a row, by their numbers; the last is not one of them. */
record Orders(int from, int to) {

    private static int next = 1;

    /** Orders that nobody has had yet. */
    static synchronized Orders take(int count) {
        var orders = new Orders(next, next + count);
        next += count;
        return orders;
    }

    int count() {
        return to - from;
    }
}
