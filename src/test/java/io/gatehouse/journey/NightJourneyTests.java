package io.gatehouse.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import io.gatehouse.MovableClock;
import io.gatehouse.RawServer;
import io.gatehouse.core.AppId;
import io.gatehouse.delivery.EndpointHealth.Phase;
import io.gatehouse.delivery.EndpointHealths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A game's server is down for a night: the team reads what is wrong, and in the morning everything is delivered once. */
@TestPropertySource(
        properties = {
            "gatehouse.delivery.waits=15s,15s,30s,3m,10m,20m,30m",
            "gatehouse.delivery.attempt-timeout=15s",
            "gatehouse.delivery.lease=60s"
        })
@Import(MovableClock.Configuration.class)
class NightJourneyTests extends JourneyTest {

    private static final String SKYFORGE_ISLES = "wx7f20c4a19be3";
    private static final String OF_THE_GAME = "?game=" + SKYFORGE_ISLES;
    private static final String CONFIGURATION = "/virtual-payment/configuration" + OF_THE_GAME;
    private static final String ENDPOINT = "/virtual-payment/configuration/endpoint" + OF_THE_GAME;
    private static final String ALERT = "Skyforge Isles: notifications are not accepted";
    private static final List<Duration> REPEATS =
            List.of(Duration.ofSeconds(16), Duration.ofSeconds(16), Duration.ofSeconds(31), Duration.ofSeconds(181));

    @Autowired
    private MovableClock clock;

    @Autowired
    private EndpointHealths healths;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final RawServer server = new RawServer(this::deliver);

    @AfterEach
    void closeTheServer() {
        ClockUtil.reset();
        server.close();
    }

    @Test
    void nothingIsLostAndNothingIsToldTwice() {
        var team = new Desk(signedIn("administrator"))
                .open("/virtual-payment/items" + OF_THE_GAME)
                .awaits("Star shield");
        team.open(CONFIGURATION).type("URL", server.url()).press("Save");
        var playground = new Playground(new Desk(signedIn("developer")), SKYFORGE_ISLES);
        playground.buy("60 gems", "Wren");
        await().until(() -> delivered.size() == 1);

        server.behave((request, out, socket) -> RawServer.status(out, "502 Bad Gateway", "", ""));
        var lost = List.of(
                playground.buy("60 gems", "Tao"),
                playground.buy("60 gems", "Priya"),
                playground.buy("60 gems", "Otis"));
        failUntilItRests();
        readsWhatIsWrong(team);
        theNightPasses(team, lost);
        var late = playground.buy("60 gems", "Wren");
        theServerIsBack(team);
        team.open(order(late)).awaits("The item is delivered.");

        recover(team);

        lost.forEach(it -> team.open(order(it)).awaits("The item is delivered."));
        team.picture("night-order-delivered");
        team.open("/" + OF_THE_GAME).doesNotRead("not accepted by your server");
        assertThat(delivered).hasSize(5).doesNotHaveDuplicates();
        var auditor = new Desk(signedIn("auditor"));
        lost.forEach(it -> auditor.open("/audit/cases/" + it).reads("Ended"));
        auditor.picture("night-case-closed");
    }

    private void failUntilItRests() {
        for (var wait : REPEATS) {
            var before = server.requests().size();
            pass(wait);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> phase() == Phase.RESTING || server.requests().size() >= before + 3);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> phase() == Phase.RESTING);
    }

    private void readsWhatIsWrong(Desk team) {
        team.open(ENDPOINT)
                .reads(
                        "Answered, but not accepted: status 502.",
                        "Answer with status 200.",
                        "It kept failing: given a rest")
                .awaits("Mail to the team: it does not accept notifications")
                .picture("night-endpoint-resting");
        hasMails(team, 1);
        team.follow(ALERT).reads(server.url()).picture("night-alert");
    }

    /** For the engine, too. */
    private void pass(Duration time) {
        clock.advance(time);
        ClockUtil.offset(Duration.between(Instant.now(), clock.instant()).toMillis());
    }

    private void theNightPasses(Desk team, List<String> lost) {
        pass(Duration.ofMinutes(70));
        lost.forEach(it -> team.open(order(it)).awaits("Your team decides, until"));
        team.picture("night-order-given-up");
        hasMails(team, 2);
        pass(Duration.ofHours(5));
        hasMails(team, 3);
        team.picture("night-mails");
        team.open("/" + OF_THE_GAME)
                .reads("3 paid orders were not accepted by your server")
                .picture("night-home");
    }

    private void theServerIsBack(Desk team) {
        server.behave(this::deliver);
        pass(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> phase() == Phase.WORKING);
        team.open(ENDPOINT)
                .reads("A probe was answered: the rest is lifted", "What had piled up is through")
                .picture("night-endpoint-back");
    }

    private void recover(Desk team) {
        team.open(ENDPOINT);
        var mayGoOn = new CountDownLatch(1);
        server.behave((request, out, socket) -> {
            mayGoOn.await(10, TimeUnit.SECONDS);
            deliver(request, out, socket);
        });
        team.press("Send failed ones again")
                .reads("Sending again what failed", "0 of 3 notifications")
                .picture("night-recovery");
        mayGoOn.countDown();
        team.awaits("All outcomes are known").picture("night-recovered");
    }

    private void deliver(RawServer.Request request, OutputStream out, Socket socket) throws IOException {
        delivered.add(request.header("webhook-id"));
        RawServer.ok(out, "{\"returnCode\":\"0\",\"data\":\"ok\"}");
    }

    private void hasMails(Desk team, int count) {
        team.open("/mailbox?to=mei@northlight.example");
        team.page().waitForCondition(() -> {
            if (team.main().getByText(ALERT).count() == count) {
                return true;
            }
            team.page().reload();
            return false;
        });
    }

    private Phase phase() {
        return healths.of(new AppId(SKYFORGE_ISLES)).get(0).phase();
    }

    private static String order(String number) {
        return "/virtual-payment/orders/" + number + OF_THE_GAME;
    }
}
