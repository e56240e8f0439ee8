package io.gatehouse.serverapi;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;

/** Recognises a game's server by app id and app secret. */
@Component
class GameServers {

    private final AppSecrets secrets;
    private final RateLimit rate;

    GameServers(AppSecrets secrets, RateLimit rate) {
        this.secrets = secrets;
        this.rate = rate;
    }

    /** @throws ApiError unless both belong together; it does not tell whether the game exists */
    AppId authenticate(String appid, String secret, String api) {
        if (appid.isEmpty()) {
            throw ErrCode.MISSING_APPID.because("appid missing");
        }
        if (secret.isEmpty()) {
            throw ErrCode.MISSING_SECRET.because("appsecret missing");
        }
        var game = game(appid);
        if (!secrets.matches(game, secret)) {
            throw ErrCode.INVALID_SECRET.because("invalid appsecret");
        }
        if (!rate.admits(game, api)) {
            throw ErrCode.RATE_LIMIT.because("more than 20 requests in this second, try again in the next");
        }
        return game;
    }

    private static AppId game(String appid) {
        try {
            return new AppId(appid);
        } catch (InvalidValue e) {
            throw ErrCode.INVALID_APPID.because("invalid appid");
        }
    }
}
