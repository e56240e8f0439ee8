package io.gatehouse.requests;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The requests of a game, page by page … */
@Transactional
class RequestListTests extends ApplicationTest {

    static final TeamId TEAM = new TeamId("askers");
    static final Username MEI = new Username("mei-who-asks");
    static final AppId GAME = new AppId("wxaskers1");
    static final AppId OTHER = new AppId("wxaskers2");

    @Autowired
    Requests requests;

    @Autowired
    Games games;

    @BeforeEach
    void twoGames() {
        games.registerTeam(TEAM, "Askers");
        games.register(GAME, TEAM, "Ask Me", true);
        games.register(OTHER, TEAM, "Ask Others", true);
        person(MEI, "Mei Lin", TEAM, Role.ADMINISTRATOR);
    }

    @Test
    void areAllThereOnceNewestFirst() {

        var asked = Stream.of("one", "two", "three", "four", "five")
                .map(it -> ask(GAME, it))
                .toList();
        ask(OTHER, "six");

        var first = requests.list(GAME, RequestKind.RELEASE, null, 2);
        var second = requests.list(GAME, RequestKind.RELEASE, first.next(), 2);
        var third = requests.list(GAME, RequestKind.RELEASE, second.next(), 2);

        assertThat(third.next()).isNull();
        assertThat(Stream.of(first, second, third).flatMap(it -> it.rows().stream()))
                .extracting(RequestView::number)
                .containsExactly(asked.get(4), asked.get(3), asked.get(2), asked.get(1), asked.get(0));
    }

    @Test
    void goOnBehindOneOfTheirOwnOnly() {

        var foreign = ask(OTHER, "one");

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> requests.list(GAME, RequestKind.RELEASE, foreign, 2));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> requests.list(GAME, RequestKind.RELEASE, "RL-nothing", 2));
    }

    private String ask(AppId game, String subject) {
        return requests.open(RequestKind.RELEASE, game, TEAM, subject, "Please", MEI)
                .number();
    }
}
