package io.gatehouse.bench;

/** The games of a run; each has an endpoint of its own at the receiver. */
final class Games {

    /** Those the ordinary load is spread over. */
    static final int ORDINARY = 4;

    /** Those whose endpoints misbehave, after the ordinary ones. */
    static final int TROUBLED = 20;

    static final int ALL = ORDINARY + TROUBLED;

    private Games() {}

    static String id(int number) {
        return "wx-bench-" + number;
    }

    static int ordinary(int order) {
        return order % ORDINARY;
    }
}
