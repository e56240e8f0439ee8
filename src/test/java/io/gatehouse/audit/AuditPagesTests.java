package io.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.core.BusinessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The audit pages … */
class AuditPagesTests extends AuditedCase {

    @Autowired
    private WebApplicationContext context;

    private MockMvc pages;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void aBrowser() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void showACaseThatRuns() throws Exception {
        var number = running();

        var page = page("/audit/cases/" + number, Locale.ENGLISH);

        assertThat(page)
                .contains(number, "Mei Lin", "Season start is 1 December", "Lantern Drift", "Running")
                .contains("data-element=\"DecideEnablement\" data-state=\"open\"", "waits for a person");
    }

    @Test
    void showACaseThatEnded() throws Exception {
        var number = ended();
        seal();

        var page = page("/audit/cases/" + number, Locale.ENGLISH);

        assertThat(page)
                .contains("Hana Sato", "All papers are here", "Chain unbroken", "data-end=\"PaymentEnabled\"")
                .contains("Evidence archive");
    }

    @Test
    void sayThatARuleDecidedWhereNobodyLooked() throws Exception {
        var number = decidedByRule();

        assertThat(page("/audit/cases/" + number, Locale.ENGLISH))
                .contains("Four eyes", "Decided by a rule")
                .doesNotContain(">Kept<");
        assertThat(page("/audit/cases/" + number, Locale.SIMPLIFIED_CHINESE)).contains("双人复核", "按规则自动决定");
        assertThat(page("/audit/cases/" + ended(), Locale.ENGLISH))
                .contains(">Kept<")
                .doesNotContain("Decided by a rule");
    }

    @Test
    void showTheModelThatRan() throws Exception {
        var number = running();
        var instance = cases.get(number).instances().get(0).row().id();

        var model = page("/audit/cases/%s/instances/%s/model".formatted(number, instance), Locale.ENGLISH);

        assertThat(model).contains("<bpmn:definitions", "DecideEnablement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/log", "/audit/cases/"})
    void haveTheirChinese(String path) throws Exception {
        var number = ended();
        seal();

        var page = page(path.endsWith("/") ? path + number : path, Locale.SIMPLIFIED_CHINESE);

        assertThat(page).doesNotContain("??").contains("案件");
    }

    @Test
    void findCasesByEveryFilterAtOnce() throws Exception {
        var number = running();

        var page = page(
                "/audit?state=running&kind=payment-enablement&team=audit-team&person=mei-of-audit&from=2020-01-01&to=2100-01-01&game="
                        + game,
                Locale.ENGLISH);

        assertThat(page).contains(number);
    }

    @Test
    void findCasesByAPartOfANameAndAskWhenItMayMeanSeveral() throws Exception {
        var number = running();

        assertThat(page("/audit?state=running&person=mei-of-aud", Locale.ENGLISH))
                .contains(number);
        assertThat(page("/audit?game=" + game + "&person=Hana Sato", Locale.ENGLISH))
                .contains("may mean several", "person=hana-of-audit")
                .doesNotContain("/audit/cases/" + number);
        assertThat(page("/audit/log?person=nobody at all", Locale.ENGLISH))
                .contains("Nothing is called “nobody at all”");
        assertThat(page("/audit/log?person=mei-of-aud&game=" + game, Locale.SIMPLIFIED_CHINESE))
                .contains(number);
        pages.perform(get("/audit/cases.xlsx?person=Hana Sato").with(user("auditor")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void offerWhatMayBeMeantToWhoTypes() throws Exception {

        assertThat(page("/audit/choices/person?person=hana-of-aud", Locale.ENGLISH))
                .isEqualTo("<option value=\"hana-of-audit\">Hana Sato</option>");
        assertThat(page("/audit/choices/game?game=" + game, Locale.ENGLISH)).isEmpty();
        assertThat(page("/audit/choices/team?team=northlight st", Locale.ENGLISH))
                .contains("Northlight Studio");
    }

    @Test
    void offerNoneOfThePeopleAndGamesThereAre() throws Exception {
        for (var path : List.of("/audit", "/audit/log")) {
            assertThat(page(path, Locale.ENGLISH))
                    .doesNotContain("<option value=\"hana-of-audit\"", "<option value=\"" + game + "\"");
        }
    }

    @Test
    void sayWhatIsWrongWithADay() throws Exception {
        pages.perform(get("/audit?from=yesterday").with(user("auditor"))).andExpect(status().isBadRequest());
    }

    @Test
    void exportTheListAndTheEvidence() throws Exception {
        var number = ended();
        seal();

        pages.perform(get("/audit/cases.xlsx").with(user("auditor")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"gatehouse-cases.xlsx\""));
        pages.perform(get("/audit/cases/" + number + "/evidence").with(user("auditor")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"));
    }

    @Test
    void sayValuesInWordsAndTimesInTheConsolesZone() throws Exception {
        var number = "RL-VALUES-" + game;
        var details = BusinessEvent.of("items.released", MEI.value(), "request " + number)
                .in(game)
                .under(number)
                .with("exempt", true)
                .with("until", "2026-11-23T06:06:15Z")
                .with("remark", "2026-99-99T06:06:15Z")
                .with("gem_1", "version 3, 4.99 USD, rejected: too dear")
                .change("price", "1.99 USD", "2.49 USD")
                .with("recipient", HANA);
        transaction.executeWithoutResult(it -> events.publishEvent(details));

        assertThat(page("/audit/log?number=" + number, Locale.ENGLISH))
                .contains(">yes<", "23 Nov", "14:06:15", "2026-99-99T06:06:15Z")
                .contains("version 3, USD 4.99, rejected: too dear", "USD 1.99", "USD 2.49", ">Hana Sato<");
        assertThat(page("/audit/log?number=" + number, Locale.SIMPLIFIED_CHINESE))
                .contains(">是<", "第 3 版，USD 4.99，驳回: too dear");
    }

    @Test
    void verifyTheChain() throws Exception {
        pages.perform(post("/audit/log/verification").with(user("auditor")).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("notice"));

        assertThat(page("/audit/log", Locale.ENGLISH)).contains("Chain unbroken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "superapp-admin", "super-admin", "administrator", "finance"})
    void areForAuditorsOnly(String somebodyElse) throws Exception {
        pages.perform(get("/audit").with(user(somebodyElse))).andExpect(status().isForbidden());
        pages.perform(get("/audit/log").with(user(somebodyElse))).andExpect(status().isForbidden());
        pages.perform(get("/audit/cases/EN-1").with(user(somebodyElse))).andExpect(status().isForbidden());
    }

    @Test
    void showFailedStepsToThoseWhoOperate() throws Exception {
        pages.perform(get("/operations").with(user("superapp-admin"))).andExpect(status().isOk());
        pages.perform(get("/operations").with(user("auditor"))).andExpect(status().isForbidden());
        pages.perform(post("/operations/none/retry")
                        .with(user("superapp-admin"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        pages.perform(post("/operations/none/retry").with(user("super-admin")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    private String page(String path, Locale locale) throws Exception {
        return pages.perform(get(path).with(user("auditor")).locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
