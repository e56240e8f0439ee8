package io.gatehouse.console;

import java.util.Currency;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What people write stays text, whoever reads it and wherever: names, messages and notes that would be markup. */
class HostileTextTests extends ApplicationTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Enablements enablements;

    @Autowired
    UserTasks tasks;

    MockMvc browser;
    Username mei = new Username("mei-" + UUID.randomUUID().toString().substring(0, 8));
    Username hana = new Username("hana-" + UUID.randomUUID().toString().substring(0, 8));
    Username ada = new Username("ada-" + UUID.randomUUID().toString().substring(0, 8));
    TeamId team = new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));
    AppId game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 12));

    @BeforeEach
    void aBrowser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "'-alert(1)-'</title><b>",
                "[[${T(java.lang.Runtime).getRuntime()}]]",
                "${7*7}{0}#{7*7}"
            })
    void staysTextOnEveryPageAndInMails(String hostile) throws Exception {

        var number = decided(hostile);

        for (var page : new String[] {
            "/virtual-payment/enablement?game=" + game, "/?game=" + game, "/virtual-payment/items?game=" + game
        }) {
            isInert(page, mei, hostile);
        }
        isInert("/reviews/" + number, hana, hostile);
        isInert("/audit/cases/" + number, ada, hostile);
        isInert("/audit/log?under=" + number, ada, hostile);
        assertThat(inbox.naming(number))
                .filteredOn(it -> it.isTo(mei + "@example.com"))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains(hostile));
    }

    private void isInert(String page, Username reader, String hostile) throws Exception {
        var answer = browser.perform(get(page).with(user(reader.value())).param("lang", "en"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        var text = answer.getContentAsString();
        if (hostile.contains("<")) {
            assertThat(text).as(page).doesNotContain(hostile);
        }
        assertThat(text).as(page).doesNotContain("java.lang.Runtime@", "49{0}");
    }

    /** A request whose every text is hostile, rejected with a note that is. */
    private String decided(String hostile) {
        games.registerTeam(team, "Team " + hostile);
        games.register(game, team, "Game " + hostile, true);
        person(mei, hostile, team, Role.ADMINISTRATOR);
        person(hana, hostile, null, Role.REVIEW_STAFF);
        person(ada, "Ada Bell", null, Role.AUDITOR);
        var merchant = new MerchantId("hostile-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), hana);
        transaction.executeWithoutResult(it -> merchants.bind(team, merchant));
        var number = transaction.execute(
                it -> enablements.request(game, hostile, mei).number());
        tasks.complete(tasks.open(number).get(0).id(), hana, Map.of("decision", "reject", "note", hostile));
        runJobs();
        return number;
    }
}
