package io.gatehouse.catalogue;

/** Where an import stands. */
public enum ImportStatus {
    CHECKED,
    WRITTEN,
    DISCARDED
}
