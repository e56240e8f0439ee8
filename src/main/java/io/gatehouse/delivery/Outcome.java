package io.gatehouse.delivery;

/** How an attempt ended: accepted; answered, but not with success; or not answered at all. */
public enum Outcome {
    ACKNOWLEDGED,
    REFUSED,
    UNREACHABLE
}
