package io.gatehouse.bench;

/** One endpoint of the receiver: how it behaves, and how many requests it had to do with at once. */
final class Desk {

    static final int MOST = 64;

    /** What becomes of a request. */
    enum Behaviour {
        ANSWER,
        HANG,
        CLOSE
    }

    private Behaviour behaviour = Behaviour.ANSWER;
    private long delayNanos;
    private int atOnce;
    private int mostAtOnce;
    private long first;
    private long pid;
    private boolean whenAnswered;

    /** From now on; what was counted before is forgotten. */
    void behave(Behaviour wanted, int delayMillis) {
        behaviour = wanted;
        delayNanos = delayMillis * 1_000_000L;
        mostAtOnce = atOnce;
        first = 0;
    }

    /** Ends a process once: when it has sent its next request, or when it was sent the answer to it. */
    void endSender(long process, boolean onceAnswered) {
        pid = process;
        whenAnswered = onceAnswered;
    }

    /** Without a word, if this is the moment for it. */
    void endSenderIf(boolean answered) {
        if (pid != 0 && whenAnswered == answered) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            pid = 0;
        }
    }

    Behaviour behaviour() {
        return behaviour;
    }

    long delayNanos() {
        return delayNanos;
    }

    void begin() {
        atOnce++;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
    }

    void end(long micros) {
        atOnce--;
        if (first == 0) {
            first = micros;
        }
    }

    int mostAtOnce() {
        return mostAtOnce;
    }

    /** When it first acknowledged something since it behaves like this; 0 if it has not. */
    long first() {
        return first;
    }
}
