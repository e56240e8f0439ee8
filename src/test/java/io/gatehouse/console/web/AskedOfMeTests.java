package io.gatehouse.console.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Person;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Page;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.SuperappQuestion;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for somebody after an outage of many games … */
@Transactional
class AskedOfMeTests extends ApplicationTest {

    static final AppId LEAST = new AppId("wxoutage10");

    @Autowired
    Games games;

    @Autowired
    People people;

    AskedOfMe asked;
    Person dana;

    @BeforeEach
    void undeliveredOrdersOfTwentyGames() {
        games.registerTeam(new TeamId("outage"), "Outage");
        var waiting = new LinkedHashMap<AppId, Long>();
        for (var number = 10; number < 30; number++) {
            var game = new AppId("wxoutage" + number);
            games.register(game, new TeamId("outage"), "Outage " + number, true);
            waiting.put(game, (long) number);
        }
        var questions = new StaticListableBeanFactory(Map.of("question", new Undelivered(waiting)));
        asked = new AskedOfMe(questions.getBeanProvider(SuperappQuestion.class), games, clock);
        dana = people.get(new Username("superapp-admin"));
    }

    @Test
    void namesTheGamesMostOfItIsOf() {

        var all = asked.of(dana, null, null, null).get(0);

        assertThat(all.waiting()).isEqualTo(390);
        assertThat(all.games())
                .hasSize(12)
                .extracting(Asked.OfGame::waiting)
                .startsWith(29L, 28L)
                .endsWith(18L);
        assertThat(all.otherGames()).isEqualTo(8);
    }

    @Test
    void namesTheGameThatIsLookedAtToo() {

        var ofOne = asked.of(dana, RequestKind.UNDELIVERED, LEAST, null).get(0);

        assertThat(ofOne.games())
                .hasSize(13)
                .last()
                .satisfies(it -> assertThat(it.game().appId()).isEqualTo(LEAST));
        assertThat(ofOne.otherGames()).isEqualTo(7);
    }

    private record Undelivered(Map<AppId, Long> waiting) implements SuperappQuestion {

        @Override
        public RequestKind kind() {
            return RequestKind.UNDELIVERED;
        }

        @Override
        public Role role() {
            return Role.SUPERAPP_ADMINISTRATOR;
        }

        @Override
        public long late(Instant now) {
            return 0;
        }

        @Override
        public Page<Waiting> mostUrgent(@Nullable AppId game, @Nullable String after, int size) {
            return new Page<>(List.of(), null);
        }
    }
}
