package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * Where a game is notified.
 *
 * @param plainHttp whether one of the two is not encrypted
 * @param mockAnsweredAt when the Test URL last answered a mock correctly; null if it has not yet
 */
public record ConfigurationView(
        AppId game,
        String url,
        String testUrl,
        Form form,
        boolean plainHttp,
        boolean switchedOn,
        @Nullable Instant mockAnsweredAt,
        Username savedBy,
        Instant savedAt) {}
