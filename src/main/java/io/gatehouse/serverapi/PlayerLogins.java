package io.gatehouse.serverapi;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.superapp.BackendAnswer;
import io.gatehouse.superapp.SuperappBackend;

/** Asks the superapp whose a login code is: it knows its players, we do not. */
@Component
class PlayerLogins {

    /** @param unionId the same for all games; empty if the superapp does not say */
    record Player(String openId, String unionId) {}

    private final SuperappBackend backend;

    PlayerLogins(SuperappBackend backend) {
        this.backend = backend;
    }

    /** Uses the code up; empty if it is not good (any more). */
    Optional<Player> redeem(AppId game, String code) {
        var answer = backend.post("/user/checkUser", null, Map.of("miniAppId", game.value(), "code", code));
        if (answer.kind() == BackendAnswer.Kind.UNKNOWN) {
            throw ErrCode.SYSTEM.because("the superapp does not answer, try again");
        }
        return Optional.of(answer.text("openId"))
                .filter(it -> answer.isDone() && !it.isEmpty())
                .map(it -> new Player(it, answer.text("unionId")));
    }
}
