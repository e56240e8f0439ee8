package io.gatehouse.catalogue;

/** What came of a row in the dry run. */
public enum ImportResult {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
}
