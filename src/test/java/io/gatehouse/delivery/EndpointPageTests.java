package io.gatehouse.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The page of an endpoint … */
class EndpointPageTests extends DeliveryPageTest {

    private static final String PAGE = "/virtual-payment/configuration/endpoint";
    private static final String RECOVERIES = "/virtual-payment/configuration/recoveries";

    @Autowired
    private EndpointEvents events;

    @Test
    void saysThatThereIsNoneBeforeTheConfigurationIsSaved() throws Exception {

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No endpoint yet")));
    }

    @Test
    void saysInWordsWhatWentWrongAndWhatToDo() throws Exception {
        ready();
        server.behave((request, out, socket) -> RawServer.ok(out, "{\"returnCode\":\"7\"}"));
        pay(newOrder());
        hasReceived(1);

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("Failing", "1×", "returnCode", "7")));
        browser.perform(asMei(get(PAGE)).param("lang", "zh").param("hours", "168"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("returnCode")));
    }

    @Test
    void tellsEverythingThatCanHappenToIt() throws Exception {
        ready();
        var endpoint = new Endpoint(game, Env.LIVE);
        transaction.executeWithoutResult(status -> {
            events.add(endpoint, clock.instant(), EndpointEvent.What.TOLD_FAILING, "2");
            events.add(endpoint, clock.instant(), EndpointEvent.What.RESTED, Diagnosis.TIMEOUT.key());
            events.add(endpoint, clock.instant(), EndpointEvent.What.LIFTED, "");
            events.add(endpoint, clock.instant(), EndpointEvent.What.RECOVERED, "");
            events.add(endpoint, clock.instant(), EndpointEvent.What.OFF, "");
            events.add(endpoint, clock.instant(), EndpointEvent.What.TOLD_OFF, "");
            events.add(endpoint, clock.instant(), EndpointEvent.What.ON, mei.value());
        });

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Switched on again by Mei Lin",
                                "it is switched off",
                                "410 Gone",
                                "What had piled up is through",
                                "the rest is lifted",
                                "given a rest",
                                "failing for an hour")));
        browser.perform(asMei(get(PAGE)).param("lang", "zh"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mei Lin")));
    }

    @Test
    void leadsToWhatIsSentAgainAndHowItEnded() throws Exception {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "500 Oops", "", ""));
        pay(newOrder());
        hasReceived(1);

        server.behave(RawServer.SUCCESS);
        var recovery = browser.perform(asMei(post(RECOVERIES)).param("hours", "1"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(recovery).startsWith(RECOVERIES + "/").endsWith("?game=" + game);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> browser.perform(asMei(get(URI.create(recovery))))
                        .andExpect(status().isOk())
                        .andExpect(
                                content().string(stringContainsInOrder("All outcomes are known", "All acknowledged"))));
        browser.perform(asMei(get(URI.create(recovery))).param("lang", "zh"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("全部已确认")));
    }

    @Test
    void leadsToWhatFailedAgain() throws Exception {
        ready();
        var id = UUID.randomUUID();
        jdbc.update("""
                insert into delivery_recovery (id, game, since, asked_by, asked_at, looked_at, looked_id, total, skipped,
                                               acknowledged, entered_at, finished_at)
                values (?, ?, now(), ?, now(), now(), 0, 3, 0, 1, now(), now())
                """, id, game.value(), mei.value());

        browser.perform(asMei(get(RECOVERIES + "/" + id)))
                .andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("Some failed again", "See what was wrong")));

        jdbc.update("update delivery_recovery set acknowledged = 0 where id = ?", id);
        browser.perform(asMei(get(RECOVERIES + "/" + id)))
                .andExpect(content().string(containsString("None acknowledged")));
    }

    @Test
    void isSwitchedOnAgainThere() throws Exception {
        ready();
        server.behave((request, out, socket) -> RawServer.status(out, "410 Gone", "", ""));
        pay(newOrder());
        hasReceived(1);

        browser.perform(asMei(get(PAGE))).andExpect(content().string(containsString("Switch on again")));
        browser.perform(asMei(post(PAGE)).param("env", "LIVE")).andExpect(status().is3xxRedirection());

        browser.perform(asMei(get(PAGE))).andExpect(content().string(containsString("Switched on again by Mei Lin")));
    }
}
