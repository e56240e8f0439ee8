package io.gatehouse.delivery;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/** One of the two places a game is notified at: its URL or, for the sandbox, its Test URL. */
record Endpoint(AppId game, Env env) {}
