package io.gatehouse.reports;

/** Where an export in the background stands. */
public enum ReportStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
