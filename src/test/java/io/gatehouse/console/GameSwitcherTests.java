package io.gatehouse.console;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The switcher of games, for people who may see thousands. */
@Transactional
class GameSwitcherTests extends ApplicationTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Games games;

    MockMvc browser;

    @BeforeEach
    void manyGames() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        var team = new TeamId("many-games");
        games.registerTeam(team, "Many Games");
        for (var number = 10; number < 70; number++) {
            games.register(new AppId("wxmany" + number), team, "A Puzzle " + number, true);
        }
    }

    @Test
    void offersTheFirstAndASearch() throws Exception {

        var page = show("auditor", get("/virtual-payment/items"));

        assertThat(page)
                .contains("A Puzzle 10", "A Puzzle 17", "Name, appid or team")
                .doesNotContain("A Puzzle 18");
    }

    @Test
    void offersNoSearchToATeamOfThreeGames() throws Exception {

        assertThat(show("administrator", get("/virtual-payment/items")))
                .contains("Skyforge Isles")
                .doesNotContain("Name, appid or team", "A Puzzle");
    }

    @Test
    void showsTheFirstMatchesOfWhatIsTyped() throws Exception {

        var part = show("auditor", searched("puzzle").header("HX-Request", "true"));

        assertThat(part)
                .startsWith("<div id=\"switch-to\"")
                .contains("/virtual-payment/orders?game=wxmany10", "There are more")
                .doesNotContain("<html", "A Puzzle 18");
        assertThat(show("auditor", searched("puzzle 42").header("HX-Request", "true")))
                .contains("A Puzzle 42")
                .doesNotContain("A Puzzle 43", "There are more");
        assertThat(show("administrator", searched("puzzle").header("HX-Request", "true")))
                .contains("No such game")
                .doesNotContain("A Puzzle");
    }

    @Test
    void worksAsAPage() throws Exception {

        assertThat(show("auditor", searched("puzzle")))
                .contains("Choose a game", "A Puzzle 59", "Next page")
                .doesNotContain("A Puzzle 60");
    }

    @Test
    void leadsToPagesOfTheConsoleOnly() throws Exception {

        assertThat(show("auditor", searched("puzzle 42", "https://evil.example/")))
                .contains("/virtual-payment/enablement?game=wxmany42")
                .doesNotContain("\"https://evil", "\"//evil");
        assertThat(show("administrator", searched("skyforge", "//evil.example/")))
                .contains("/?game=wx7f20c4a19be3")
                .doesNotContain("\"https://evil", "\"//evil");
    }

    private static MockHttpServletRequestBuilder searched(String text) {
        return searched(text, "/virtual-payment/orders");
    }

    private static MockHttpServletRequestBuilder searched(String text, String to) {
        return get("/games").param("search", text).param("to", to);
    }

    private String show(String username, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(username)).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .strip();
    }
}
