package io.gatehouse.catalogue;

/** Where an import stands. */
public enum ImportStatus {
    /** Its workbook waits to be read, or is being read. */
    READING,
    /** It waits for a person to confirm it. */
    CHECKED,
    /** It is confirmed; its rows wait to be written, or are being written. */
    WRITING,
    WRITTEN,
    DISCARDED,
    /** The workbook, or the zip beside it, is refused as a whole. */
    REFUSED,
    /** Reading or writing broke off again and again. */
    FAILED
}
