package io.gatehouse.outbound;

import java.time.Duration;

/**
 * What the calls of one caller may use up.
 *
 * @param inFlight calls under way at once
 * @param attempt for one whole call, from the look-up of its name to the end of the reply
 */
public record Limits(int inFlight, Duration attempt) {}
