package io.gatehouse.conformance;

import java.util.UUID;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * A past notification, sent once more to the Test URL with one thing changed.
 *
 * @param attempt the delivery attempt it was made from
 */
public record Replay(
        UUID id, AppId game, long attempt, Change change, Username sentBy, String url, Exchange exchange) {}
