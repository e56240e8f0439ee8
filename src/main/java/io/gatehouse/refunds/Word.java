package io.gatehouse.refunds;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * What somebody said or decided about a refund.
 *
 * @param yes whether they agreed, granted or released it
 * @param by their username
 */
@Embeddable
public record Word(boolean yes, String note, String by, Instant at) {}
