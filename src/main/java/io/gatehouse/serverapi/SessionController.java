package io.gatehouse.serverapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.orders.Sessions;

/** Where a game's server turns the code of a player's login into a session. */
@MachineRoute
class SessionController {

    private static final String PATH = "/sns/jscode2session";

    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,512}");

    private final GameServers servers;
    private final PlayerLogins logins;
    private final Sessions sessions;

    SessionController(GameServers servers, PlayerLogins logins, Sessions sessions) {
        this.servers = servers;
        this.logins = logins;
        this.sessions = sessions;
    }

    /** Beside the published fields, {@code session}: what the game's client hands in with a purchase. */
    @GetMapping(PATH)
    Map<String, Object> session(
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(name = "js_code", defaultValue = "") String code) {
        var game = servers.authenticate(appid, secret, PATH);
        if (code.isEmpty()) {
            throw ErrCode.MISSING_CODE.because("missing code");
        }
        var player = Optional.of(code)
                .filter(CODE.asMatchPredicate())
                .flatMap(it -> logins.redeem(game, it))
                .orElseThrow(() -> ErrCode.INVALID_CODE.because("js_code is invalid, has expired or was used"));
        var session = sessions.open(game, player.openId());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("session_key", session.sessionKey());
        answer.put("openid", session.openId());
        if (!player.unionId().isEmpty()) {
            answer.put("unionid", player.unionId());
        }
        answer.put("session", session.session());
        return answer;
    }
}
