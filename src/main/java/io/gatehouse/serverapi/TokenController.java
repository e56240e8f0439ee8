package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.core.AppId;

/** Where games' servers get the token that stands in their calls. */
@MachineRoute
class TokenController {

    private static final String GRANT_TYPE = "client_credential";

    private final GameServers servers;
    private final AccessTokens tokens;

    TokenController(GameServers servers, AccessTokens tokens) {
        this.servers = servers;
        this.tokens = tokens;
    }

    @GetMapping("/cgi-bin/token")
    Map<String, Object> token(
            @RequestParam(name = "grant_type", defaultValue = "") String grantType,
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret) {
        return issue(grantType, appid, secret, false);
    }

    /** The same with the parameters in the body; {@code force_refresh} ends all tokens that were issued before. */
    @PostMapping("/cgi-bin/stable_token")
    Map<String, Object> stableToken(HttpServletRequest request) throws IOException {
        var body = body(RawBody.of(request));
        return issue(
                body.path("grant_type").asText(""),
                body.path("appid").asText(""),
                body.path("secret").asText(""),
                body.path("force_refresh").asBoolean(false));
    }

    private Map<String, Object> issue(String grantType, String appid, String secret, boolean anew) {
        if (!grantType.equals(GRANT_TYPE)) {
            throw ErrCode.INVALID_GRANT_TYPE.because("grant_type is not %s", GRANT_TYPE);
        }
        AppId game = servers.authenticate(appid, secret, "/cgi-bin/token");
        if (anew) {
            tokens.revoke(game);
        }
        return Map.of("access_token", tokens.issue(game), "expires_in", AccessTokens.VALID.toSeconds());
    }

    private static JsonNode body(String raw) {
        try {
            return JsonBody.parse(raw);
        } catch (JsonBody.NoObject e) {
            throw ErrCode.INVALID_GRANT_TYPE.because("%s", e.getMessage());
        }
    }
}
