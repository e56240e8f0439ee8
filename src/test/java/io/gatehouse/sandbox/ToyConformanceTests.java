package io.gatehouse.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import io.gatehouse.delivery.Form;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The receiver kit in the console, used on a toy game as its team and a reviewer use it. */
class ToyConformanceTests extends ApplicationTest {

    private static final String CONFIGURATION = "/virtual-payment/configuration";
    private static final String KIT = CONFIGURATION + "/conformance";
    private static final String LABORATORY = CONFIGURATION + "/laboratory";

    @Autowired
    private Games games;

    @Autowired
    private People people;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Requests requests;

    @Autowired
    private ToyGames toys;

    @Autowired
    private ToyLedger ledger;

    private AppId game = new AppId("none");
    private Username mei = new Username("none");
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void registerAToyGame() throws Exception {
        var number = UUID.randomUUID().toString().substring(0, 8);
        game = new AppId("wxt-" + number);
        mei = new Username("mei-t-" + number);
        var team = new TeamId("toys-" + number);
        games.registerTeam(team, "Northlight Studio");
        games.register(game, team, "Lantern Drift", true);
        people.register(mei, "Mei Lin", mei + "@northlight.example", "gatehouse", Locale.ENGLISH);
        people.join(mei, team, Role.ADMINISTRATOR);
        toys.add(game.value(), "Lantern Drift", "no secret");
        visitor = Visitor.signedIn(port, mei.value());
    }

    private String at(String path) {
        return path + "?lang=en&game=" + game;
    }

    private Map<String, String> form(String... values) {
        var form = new HashMap<String, String>();
        form.put("game", game.value());
        for (var at = 0; at < values.length; at += 2) {
            form.put(values[at], values[at + 1]);
        }
        return form;
    }

    /** Saves the toy's addresses, and enters at the toy what the mailed archive holds; after a renewal both keys. */
    private void configure() throws Exception {
        configure(Form.A);
    }

    private void configure(Form form) throws Exception {
        var toy = "http://localhost:" + port + "/toy/game/" + game;
        visitor.post(
                at(CONFIGURATION),
                CONFIGURATION,
                form("url", toy + "/notify", "testUrl", toy + "/test-notify", "form", form.name()));
        runJobs();
        enterKeys();
        visitor.post(
                at(CONFIGURATION), CONFIGURATION + "/credentials", form("message", "The old one may have been seen."));
        runJobs();
        enterKeys();
    }

    private void enterKeys() throws Exception {
        visitor.post(
                "/playground?toy=" + game,
                "/playground/keys",
                Map.of(
                        "toy", game.value(),
                        "appKey", credentials.signing(game, Env.LIVE).value(),
                        "sandboxAppKey", credentials.signing(game, Env.SANDBOX).value(),
                        "webhookSecret", credentials.webhookSecrets(game).get(0).value()));
    }

    /** A run that has begun, and who waits for its report. */
    private record Begun(String report, Visitor visitor) {}

    private Begun begin(String... values) throws Exception {
        var page = visitor.post(at(KIT), KIT + "/runs", form(values));
        return new Begun(at(page.uri().getRawPath()), visitor);
    }

    private Begun beginWithOrders() throws Exception {
        return begin("kind", "SANDBOX", "item", "chest", "player", "toy-player");
    }

    private static HttpResponse<String> reportOf(Begun begun) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !get(begun.report(), begun.visitor()).body().contains("The run is under way"));
        return get(begun.report(), begun.visitor());
    }

    private static HttpResponse<String> get(String path, Visitor visitor) {
        try {
            return visitor.get(path);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void toyGamePassesEveryLineAndItsReviewerCanReadThat() throws Exception {

        assertThat(visitor.get(at(KIT)).body()).contains("There is no Test URL yet", "No report yet");
        configure();

        var report = reportOf(beginWithOrders());

        assertThat(report.body())
                .contains(
                        ">Conforms<", "Both keys during a renewal", "handed out once", "webhook-signature: v1,********")
                .doesNotContain("Failed</span>", "Advice</span>", "Not tried</span>")
                .doesNotContain(credentials.signing(game, Env.SANDBOX).value());
        assertThat(ledger.latestDeliveries(game.value())).hasSize(8);

        var reviewer = Visitor.signedIn(port, "reviewer");
        assertThat(reviewer.get(report.uri().getRawPath() + "?game=" + game).statusCode())
                .isEqualTo(200);
        assertThat(reviewer.get(at(KIT)).body())
                .contains(
                        "The right “Change the delivery notification configuration and send test notifications” is held by")
                .doesNotContain(">Start a run<", "aria-disabled", "Why can I not?");
    }

    @Test
    void toyGamePassesEveryLineInEveryForm() throws Exception {
        var runs = new EnumMap<Form, Begun>(Form.class);
        for (var form : EnumSet.complementOf(EnumSet.of(Form.A))) {
            registerAToyGame();
            configure(form);
            runs.put(form, beginWithOrders());
        }

        runs.forEach((form, begun) -> assertThat(reportOf(begun).body())
                .as("in form %s", form)
                .contains(">Conforms<", "handed out once", "content-type: " + form.contentType())
                .doesNotContain("Failed</span>", "Advice</span>"));
    }

    @Test
    void whatIsTypedStaysWhenItIsRefused() throws Exception {
        configure();

        var refused = visitor.post(
                at(KIT), KIT + "/runs", form("kind", "SANDBOX", "item", "a chest", "player", "toy-player"));

        assertThat(refused.body())
                .contains("value=\"a chest\"", "An item id has 1 to 64 letters", "aria-invalid=\"true\"");
    }

    @Test
    void reviewerSeesTheReportBesideTheRequest() throws Exception {
        configure();
        reportOf(begin("kind", "MOCK"));
        var request = requests.open(
                RequestKind.ENABLEMENT, game, games.get(game).team(), "", "Season start is 1 December.", mei);

        var page = Visitor.signedIn(port, "reviewer")
                .get("/reviews/" + request.number() + "?lang=en")
                .body();

        assertThat(page).contains("Conformance report", "Read the report", ">Conforms<");
    }

    @Test
    void pastNotificationIsReplayedWithOneChangeAndComparedSideBySide() throws Exception {
        configure();
        visitor.post(at(CONFIGURATION), CONFIGURATION + "/test", form());
        var list = visitor.get(at(LABORATORY)).body();
        var chosen = Pattern.compile(LABORATORY + "/(\\d+)").matcher(list);
        assertThat(chosen.find()).isTrue();
        var bench = LABORATORY + "/" + chosen.group(1);

        var changed = visitor.post(
                at(bench), bench, form("kind", "FIELD", "field-subject", "OpenId", "field-value", "someone-else"));
        var forged = visitor.post(at(bench), bench, form("kind", "BYTE", "byte-subject", "200"));
        var refused = visitor.post(
                at(bench), bench, form("kind", "HEADER", "header-subject", "Host", "header-value", "elsewhere"));

        assertThat(changed.body())
                .contains("Side by side", "OpenId becomes someone-else", "<mark>someone-else</mark>", "Acknowledged.");
        assertThat(forged.body()).contains("Answered, but not accepted", "Another byte at 200");
        assertThat(refused.body()).contains("belongs to the connection", "value=\"Host\"");
    }
}
