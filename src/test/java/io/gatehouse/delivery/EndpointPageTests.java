package io.gatehouse.delivery;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.core.Env;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The page of an endpoint … */
class EndpointPageTests extends DeliveryPageTest {

    private static final String PAGE = "/virtual-payment/configuration/endpoint";

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
