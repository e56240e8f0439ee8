package io.gatehouse.conformance;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.delivery.DeliveryConfigurations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A game of its own for each test, with an administrator. */
abstract class ConformanceTest extends ApplicationTest {

    @Autowired
    private Games games;

    @Autowired
    private People people;

    @Autowired
    DeliveryConfigurations configurations;

    @Autowired
    Credentials credentials;

    @Autowired
    Conformance conformance;

    AppId game = new AppId("none");
    Username mei = new Username("none");

    @BeforeEach
    void registerAGame() {
        var number = UUID.randomUUID().toString().substring(0, 8);
        var team = new TeamId("conformance-" + number);
        game = new AppId("wxc-" + number);
        mei = new Username("mei-c-" + number);
        games.registerTeam(team, "Northlight Studio");
        games.register(game, team, "Lantern Drift", true);
        people.register(mei, "Mei Lin", mei + "@northlight.example", "gatehouse", Locale.ENGLISH);
        people.join(mei, team, Role.ADMINISTRATOR);
    }

    /** Saves the URLs and gets certificate and key. */
    void configure(String url) {
        configurations.save(game, url, url, mei);
        runJobs();
        assertThat(credentials.valid(game)).isTrue();
    }

    void renewKeys() {
        credentials.renew(game, mei, "The old one may have been seen.");
        runJobs();
        assertThat(credentials.accepted(game, Env.SANDBOX)).hasSize(2);
    }

    Report run(Wish wish) {
        return run(game, wish, mei);
    }

    Report run(AppId game, Wish wish, Username by) {
        return ended(game, conformance.begin(game, wish, by));
    }

    Report ended(AppId game, UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !conformance.report(game, id).run().isUnderWay());
        return conformance.report(game, id);
    }

    static Wish orders() {
        return new Wish(Wish.Kind.SANDBOX, "gem_100", "player-1");
    }
}
