package io.gatehouse.delivery;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.util.MultiValueMap;

import io.gatehouse.PageForm;
import io.gatehouse.RawServer;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The configuration page … */
class ConfigurationPageTests extends DeliveryPageTest {

    private static final String PAGE = "/virtual-payment/configuration";

    @Autowired
    private Games games;

    @Test
    void isShownBeforeAnythingIsSavedInBothLanguages() throws Exception {

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The first save asks for a certificate and key")));
        browser.perform(asMei(get(PAGE)).param("lang", "zh"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("基础配置")));
    }

    @Test
    void savesAndWarnsOfPlainHttp() throws Exception {

        browser.perform(asMei(post(PAGE)).param("url", server.url()).param("testUrl", server.url()))
                .andExpect(status().is3xxRedirection());

        browser.perform(asMei(get(PAGE)))
                .andExpect(content().string(containsString(server.url())))
                .andExpect(content().string(containsString("Plain http.")));
    }

    @Test
    void savesForTheGameItShowsThoughAnotherWasOpenedSince() throws Exception {
        var other = new AppId(game + "-2");
        games.register(other, games.get(game).team(), "Paper Kites", true);
        var session = new MockHttpSession();
        var form = PageForm.of(opened(game, session), PAGE)
                .type("url", server.url())
                .type("testUrl", server.url());
        opened(other, session);

        browser.perform(post(PAGE)
                        .params(MultiValueMap.fromSingleValue(form.fields()))
                        .session(session)
                        .with(user(mei.value()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(configurations.of(game)).isPresent();
        assertThat(configurations.of(other)).isEmpty();
    }

    private String opened(AppId which, MockHttpSession session) throws Exception {
        return browser.perform(
                        get(PAGE).param("game", which.value()).session(session).with(user(mei.value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void keepsWhatWasTypedAndNamesTheFaultsAtBothFields() throws Exception {

        browser.perform(asMei(post(PAGE)).param("url", "ftp://h.example/").param("testUrl", "http://10.0.0.1/"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"test-url-e\"")))
                .andExpect(content().string(containsString("ftp://h.example/")))
                .andExpect(content().string(containsString("The address must begin with http:// or https://")));
    }

    @Test
    void showsRequestReplyAndDiagnosisOfAFailedTestAndNothingOfItAsMarkup() throws Exception {
        configure();
        server.behave((request, out, socket) -> RawServer.status(
                out, "200 OK", "Content-Type: text/html\r\n", "<!doctype html><script>alert(1)</script>"));

        browser.perform(asMei(post(PAGE + "/test"))).andExpect(status().is3xxRedirection());

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("the reply is not JSON")))
                .andExpect(content().string(containsString("framework&#39;s default route")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(containsString("webhook-id: msg_")));
    }

    @Test
    void saysThatNothingWasSentAndWhyIfThereWasNoConnection() throws Exception {
        configure();
        server.close();

        browser.perform(asMei(post(PAGE + "/test"))).andExpect(status().is3xxRedirection());

        browser.perform(asMei(get(PAGE)))
                .andExpect(content().string(containsString("Nothing was sent. Nothing accepts connections")))
                .andExpect(content().string(not(containsString("webhook-id: msg_"))));
        browser.perform(asMei(get(PAGE)).param("lang", "zh"))
                .andExpect(content().string(containsString("没有发出任何内容。该端口没有服务接受连接。")));
    }

    @Test
    void showsPlainValuesAndNothingToPressToWhoMayOnlyRead() throws Exception {
        configure();

        browser.perform(get(PAGE).param("game", game.value()).with(user("auditor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(server.url())))
                .andExpect(content().string(containsString("is held by")))
                .andExpect(content().string(not(containsString("name=\"url\""))))
                .andExpect(content().string(not(containsString("name=\"testUrl\""))))
                .andExpect(content().string(not(containsString("name=\"form\""))))
                .andExpect(content().string(not(containsString("aria-disabled"))));
    }

    @Test
    void turnsNotificationsOnAndOff() throws Exception {
        configure();
        testNotifications.send(game, mei);

        browser.perform(asMei(post(PAGE + "/switch")).param("on", "true")).andExpect(status().is3xxRedirection());

        browser.perform(asMei(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Turn notifications off")));
    }

    @Test
    void sendsFailedOnesAgainFromTheOfferedTimesOnly() throws Exception {
        configure();

        browser.perform(asMei(post(PAGE + "/recoveries")).param("hours", "24")).andExpect(status().is3xxRedirection());
        browser.perform(asMei(post(PAGE + "/recoveries")).param("hours", "25")).andExpect(status().isBadRequest());
    }
}
