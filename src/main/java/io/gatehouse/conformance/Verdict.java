package io.gatehouse.conformance;

/** What became of a line of the report. */
public enum Verdict {
    PASSED,
    /** It works, and could be safer. */
    ADVISED,
    FAILED,
    /** It could not be tried; the note says why. */
    SKIPPED
}
