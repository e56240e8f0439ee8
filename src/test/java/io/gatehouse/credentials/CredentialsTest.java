package io.gatehouse.credentials;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

/** A game of its own for every test, the people of its team and of the superapp. */
abstract class CredentialsTest extends ApplicationTest {

    static final Username MEI = new Username("mei-of-credentials");
    static final Username ARJUN = new Username("arjun-of-credentials");
    static final Username SOFIA = new Username("sofia-of-credentials");
    static final Username HANA = new Username("hana-of-credentials");

    @Autowired
    Games games;

    @Autowired
    Credentials credentials;

    @Autowired
    CredentialRepository repository;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    Mails mails;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    AppId game;

    @BeforeEach
    void aGame() {
        var team = new TeamId("credentials-team");
        games.registerTeam(team, "Credentials team");
        person(MEI, MEI.value(), team, Role.ADMINISTRATOR);
        person(ARJUN, ARJUN.value(), team, Role.SENIOR_DEVELOPER);
        person(SOFIA, SOFIA.value(), null, Role.SUPERAPP_ADMINISTRATOR);
        person(HANA, HANA.value(), null, Role.REVIEW_STAFF);
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, team, "Lantern Drift", true);
    }

    AppKey issued() {
        credentials.requestFirst(game, MEI);
        runJobs();
        return credentials.signing(game, Env.LIVE);
    }

    String renewed() {
        clock.advance(Duration.ofMinutes(1));
        var request = credentials.renew(game, MEI, "A developer has left the team");
        runJobs();
        return request.number();
    }

    String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }
}
