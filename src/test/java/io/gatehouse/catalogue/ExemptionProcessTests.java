package io.gatehouse.catalogue;

import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.exemption.ExemptionRevocations;
import io.gatehouse.exemption.RevocationWanted;
import io.gatehouse.exemption.Takedown;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** One test for each end of {@code review-exemption} and {@code exemption-revocation}, with the items they touch. */
class ExemptionProcessTests extends CatalogueTest {

    static final Username NILS = new Username("nils-of-catalogue");

    @Autowired
    ExemptionRevocations revocations;

    @Autowired
    WebApplicationContext context;

    @Test
    void isGrantedWhenAReviewerApproves() {

        var number = exemptions.request(game, "We know the rules", MEI).number();

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(exemptions.covers(game)).isTrue();
        assertThat(endOf(number)).isEqualTo("ExemptionGranted");
    }

    @Test
    void isNotGrantedWhenAReviewerRejects() {

        var number = exemptions.request(game, "We know the rules", MEI).number();

        decide(number, HANA, Map.of("decision", "reject", "note", "Two takedowns this year"));

        assertThat(exemptions.covers(game)).isFalse();
        assertThat(endOf(number)).isEqualTo("ExemptionRejected");
    }

    @Test
    void endsWhenTheSubmitterWithdrawsAlsoAfterTheReminders() {

        var number = exemptions.request(game, "We know the rules", MEI).number();

        passTime(Duration.ofDays(6));
        exemptions.withdraw(game, number, MEI);

        assertThat(inbox.naming(number)).anyMatch(it -> it.isTo(HANA + "@example.com"));
        assertThat(inbox.naming(number))
                .anyMatch(it -> it.isTo(DANA + "@example.com") && it.subject().contains("overdue"));
        assertThat(endOf(number)).isEqualTo("ExemptionWithdrawn");
    }

    @Test
    void isRevokedAtOnceAndTakesChosenItemsDown() {

        exemptGameWith("gem_100", "gem_550");

        var number = revoke(Takedown.CHOSEN, List.of("gem_100"));

        assertThat(exemptions.covers(game)).isFalse();
        assertThat(catalogue.released(game, "gem_100")).isEmpty();
        assertThat(catalogue.get(game, new ItemCode("gem_100")).isRemoved()).isTrue();
        assertThat(catalogue.released(game, "gem_550")).isPresent();
        assertThat(endOf(number)).isEqualTo("ExemptionRevoked");
    }

    @Test
    void needsASecondPersonWhenManyItemsGoDown() {

        var codes = new String[21];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "coin_" + i;
        }
        exemptGameWith(codes);
        person(NILS, "Nils Holm", null, Role.SUPERAPP_ADMINISTRATOR);

        var number = revoke(Takedown.ALL, List.of());

        assertThat(exemptions.covers(game)).isTrue();
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> decide(number, DANA, Map.of("decision", "approve")));
        passTime(Duration.ofDays(6));
        assertThat(inbox.naming(number))
                .filteredOn(it -> it.subject().contains("waits for your decision"))
                .anyMatch(it -> it.isTo(NILS + "@example.com"))
                .noneMatch(it -> it.isTo(DANA + "@example.com"));
        decide(number, NILS, Map.of("decision", "approve"));
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.RELEASED, 0).containsEntry(ItemTab.TAKEN_DOWN, 21);
        assertThat(endOf(number)).isEqualTo("ExemptionRevoked");
    }

    @Test
    void refusesItemsThatWereNotReleasedUnderIt() {

        release("coin", "1.00");
        exemptGameWith("gem_100");

        assertThat(revocations.impact(game).items()).hasSize(1);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> revoke(Takedown.CHOSEN, List.of("coin")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> revocations.ask(new RevocationWanted(game, "No", Takedown.NONE, List.of()), HANA));
        assertThat(exemptions.covers(game)).isTrue();
    }

    @Test
    void showsTheSuperappWhatItTouches() throws Exception {

        exemptGameWith("gem_100");
        var pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();

        pages.perform(get("/exemptions").with(user(DANA.value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(game.value())));
        pages.perform(get("/exemptions/" + game + "/revocation").with(user(DANA.value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("gem_100")));
        pages.perform(get("/exemptions").with(user(MEI.value()))).andExpect(status().isForbidden());
    }

    @Test
    void takesDownItemsWhoseIdsAreTyped() throws Exception {

        exemptGameWith("gem_100", "gem_200", "gem_300");
        var pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();

        pages.perform(post("/exemptions/" + game + "/revocation")
                        .with(user(DANA.value()))
                        .with(csrf())
                        .param("reason", "Misleading items")
                        .param("takedown", "CHOSEN")
                        .param("items", "gem_100")
                        .param("others", "gem_200, gem_100\n"))
                .andExpect(status().is3xxRedirection());
        runJobs();

        assertThat(catalogue.counts(game)).containsEntry(ItemTab.RELEASED, 1).containsEntry(ItemTab.TAKEN_DOWN, 2);
    }

    @Test
    void isListedPageByPageAndFoundByTheGame() throws Exception {

        exemptGameWith("gem_100");
        var pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var unlisted = new AppId("wx-not-exempt");
        games.register(unlisted, new TeamId("catalogue-team"), "Nothing Exempt Here", true);

        assertThat(revocations.exemptGames(null, 1000).rows())
                .extracting(it -> it.game().appId())
                .contains(game);
        assertThat(revocations.exemptGames(game.value(), 1000).rows())
                .extracting(it -> it.game().appId())
                .doesNotContain(game);
        pages.perform(get("/exemptions").param("game", game.value()).with(user(DANA.value())))
                .andExpect(content().string(containsString("/exemptions/" + game + "/revocation")));
        pages.perform(get("/exemptions").param("game", "nothing exempt").with(user(DANA.value())))
                .andExpect(content().string(containsString("This game has no exemption")));
        pages.perform(get("/exemptions/choices").param("game", "nothing exempt").with(user(DANA.value())))
                .andExpect(content().string("<option value=\"wx-not-exempt\">Nothing Exempt Here</option>"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> revocations.exemptGames(unlisted.value(), 1));
    }

    @Test
    void listsTheRevocationsThatWaitForASecondPerson() throws Exception {

        var codes = new String[21];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "coin_" + i;
        }
        exemptGameWith(codes);
        person(NILS, "Nils Holm", null, Role.SUPERAPP_ADMINISTRATOR);
        var number = revoke(Takedown.ALL, List.of());
        var pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();

        pages.perform(get("/exemptions").with(user(NILS.value())))
                .andExpect(content().string(containsString("/reviews/" + number)))
                .andExpect(content().string(containsString("Misleading items")))
                .andExpect(content().string(containsString("Confirm or reject")))
                .andExpect(content().string(not(containsString("/exemptions/" + game + "/revocation"))));
        pages.perform(get("/exemptions").param("lang", "zh").with(user(DANA.value())))
                .andExpect(content().string(containsString("等待另一人确认")));
        // her choice is kept, and her mails go by it
        pages.perform(get("/exemptions").param("lang", "en").with(user(DANA.value())))
                .andExpect(content().string(containsString("Waits for a second person")));

        decide(number, NILS, Map.of("decision", "reject", "note", "Their items are fine"));

        pages.perform(get("/exemptions").with(user(NILS.value())))
                .andExpect(content().string(not(containsString(number))))
                .andExpect(content().string(containsString("/exemptions/" + game + "/revocation")));
    }

    private String revoke(Takedown takedown, List<String> items) {
        var number = revocations
                .ask(new RevocationWanted(game, "Misleading items", takedown, items), DANA)
                .number();
        runJobs();
        return number;
    }

    private void exemptGameWith(String... codes) {
        exempt();
        for (var code : codes) {
            catalogue.add(game, new ItemEntry(code, "Gems", "1.00", ""), png(Color.RED), MEI);
        }
        ask(codes);
    }
}
