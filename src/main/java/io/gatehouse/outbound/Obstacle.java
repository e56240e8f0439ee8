package io.gatehouse.outbound;

/** What kept a call from bringing back a whole reply. */
public enum Obstacle {
    NAME_NOT_RESOLVED,
    ADDRESS_REFUSED,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    TLS,
    TIMEOUT,
    CONNECTION_BROKEN,
    NOT_HTTP,
    REPLY_TOO_LONG,
    NOT_SENT
}
