package io.gatehouse.access;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

/** The page of people … */
@Transactional
class PeoplePageTests extends ApplicationTest {

    private static final TeamId TEAM = new TeamId("many-people");

    @Autowired
    WebApplicationContext application;

    @Autowired
    People people;

    @Autowired
    Games games;

    MockMvc browser;

    @BeforeEach
    void manyPeople() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        games.registerTeam(TEAM, "Many People");
        for (var number = 10; number < 70; number++) {
            var who = new Username("a-many-" + number);
            people.register(who, "A Person " + number, who + "@many.example", "secret", Locale.ENGLISH);
            people.join(who, TEAM, Role.OPERATOR);
        }
        people.register(new Username("zoe-nobody"), "Zoe Nobody", "zoe@many.example", "secret", Locale.ENGLISH);
    }

    @Test
    void showsSomeAndTheNextOnTheNextPage() throws Exception {

        var first = show("/people?group=TEAMS");
        var next = show("/people?group=TEAMS&after=a-many-59~A Person 59");

        assertThat(first)
                .contains("A Person 10", "A Person 59", "Many People", "Next page")
                .doesNotContain("A Person 60");
        assertThat(next).contains("A Person 60", "First page").doesNotContain("A Person 59<");
    }

    @Test
    void findsSomebodyByAPartOfNameUserNameOrAddress() throws Exception {

        assertThat(show("/people?group=TEAMS&search=PERSON 42"))
                .contains("a-many-42")
                .doesNotContain("a-many-43");
        assertThat(show("/people?group=TEAMS&search=a-many-43@")).contains("A Person 43");
        assertThat(show("/people?group=NOBODY&search=zoe"))
                .contains("Zoe Nobody")
                .doesNotContain("A Person");
        assertThat(show("/people?group=TEAMS&search=100%&lang=zh")).contains("此分组中没有符合条件的人员");
    }

    @Test
    void saysWhoHoldsTheRolesOfASide() throws Exception {

        assertThat(show("/people?group=SUPERAPP")).contains("Who holds which role", "Hana Sato");
    }

    @Test
    void takesATeamByAPartOfItsName() throws Exception {

        register("ida", "many peo", "OPERATOR").andExpect(redirectedUrl("/people/ida"));

        assertThat(people.get(new Username("ida")).teams()).containsExactly(TEAM);
    }

    @Test
    void asksWhichTeamIsMeantIfThatIsNotClear() throws Exception {
        games.registerTeam(new TeamId("many-others"), "Many Others");

        assertThat(register("ida", "many", "OPERATOR").andReturn().getResponse().getContentAsString())
                .contains("“many” may mean several: Many Others (many-others), Many People (many-people).")
                .contains("value=\"many\"", "value=\"ida\"");
        assertThat(people.find(new Username("ida"))).isEmpty();
    }

    @Test
    void offersTeamsToWhoTypesAPartOfAName() throws Exception {

        assertThat(show("/teams/choices?place=many peo"))
                .isEqualTo("<option value=\"many-people\">Many People</option>");
        assertThat(show("/people/zoe-nobody"))
                .contains("hx-get=\"/teams/choices\"")
                .doesNotContain("Many People");
        assertThat(show("/people?group=SUPERAPP")).doesNotContain("Many People");
    }

    @Test
    void leadsFromATeamToAnother() throws Exception {
        for (var number = 10; number < 70; number++) {
            games.registerTeam(new TeamId("a-team-" + number), "A Team " + number);
        }

        assertThat(show("/teams"))
                .contains("A Team 10", "A Team 59", "Next page")
                .doesNotContain("A Team 60");
        assertThat(show("/teams?search=team 42")).contains("a-team-42").doesNotContain("a-team-43");
        assertThat(show("/teams?search=nothing of that&lang=zh")).contains("没有这样的团队");
    }

    private ResultActions register(String username, String team, String role) throws Exception {
        return browser.perform(post("/people")
                .with(user("platform-admin"))
                .with(csrf())
                .param("username", username)
                .param("name", "Ida Holm")
                .param("email", username + "@many.example")
                .param("place", team)
                .param("role", role));
    }

    private String show(String path) throws Exception {
        return browser.perform(get(path).with(user("platform-admin")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
