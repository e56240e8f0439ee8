package io.gatehouse.exemption;

/** What happens to the items released under an exemption when it is revoked. */
public enum Takedown {
    NONE,
    CHOSEN,
    ALL
}
