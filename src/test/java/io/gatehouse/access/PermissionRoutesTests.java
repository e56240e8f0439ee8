package io.gatehouse.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * Tries every route of the console as every role, on a game of the own team and of another. What is expected comes from
 * {@code permissions.csv}; a route that names no right fails unless it is one of those that need none.
 */
@Transactional // what an allowed request does is rolled back
class PermissionRoutesTests extends ApplicationTest {

    /**
     * Routes every signed-in person has, or that machines use with signatures of their own; one that ends in a slash stands
     * for all below it.
     */
    static final List<String> WITHOUT_A_RIGHT = List.of(
            "/",
            "/sign-in",
            "/roles",
            "/games",
            "/error",
            "/mailbox",
            "/mailbox/",
            "/playground",
            "/playground/",
            "/account",
            "/account/",
            "/invitation/",
            "/api",
            "/api/v1/me",
            "/api/v1/games",
            "/toy/",
            "/cgi-bin/",
            "/sns/",
            "/xpay/",
            "/wxa/",
            "/openserver/",
            "/payment/",
            "/art/",
            "/schemas",
            "/schemas/",
            "/pictures/");

    static final Map<Role, String> PEOPLE = new EnumMap<>(Map.of(
            Role.SUPER_ADMIN, "super-admin",
            Role.PLATFORM_ADMIN, "platform-admin",
            Role.ADMINISTRATOR, "administrator",
            Role.SENIOR_DEVELOPER, "senior-developer",
            Role.DEVELOPER, "developer",
            Role.OPERATOR, "operator",
            Role.SUPERAPP_ADMINISTRATOR, "superapp-admin",
            Role.REVIEW_STAFF, "reviewer",
            Role.FINANCE_STAFF, "finance",
            Role.AUDITOR, "auditor"));

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Matrix matrix;

    @Autowired
    Games games;

    @Autowired
    People people;

    MockMvc console;
    String ownGame;

    @BeforeEach
    void aConsole() {
        console = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var administrator = people.get(new Username("administrator"));
        ownGame = games.first(administrator.username()).orElseThrow().appId().value();
    }

    @Test
    void everyRouteNamesItsRight() {

        var nameless = Route.all(mapping)
                .filter(it -> it.handler().getMethodAnnotation(Requires.class) == null)
                .map(Route::path)
                .filter(path -> WITHOUT_A_RIGHT.stream()
                        .noneMatch(
                                it -> it.equals(path) || it.length() > 1 && it.endsWith("/") && path.startsWith(it)));

        assertThat(nameless).isEmpty();
    }

    @Test
    void everyRoleMayDoWhatTheMatrixSaysAndNothingElse() throws Exception {

        var soft = new SoftAssertions();
        for (var route : guarded().toList()) {
            var requires = route.handler().getMethodAnnotation(Requires.class);
            for (var person : PEOPLE.entrySet()) {
                var allowed = Arrays.stream(requires.value())
                        .anyMatch(it -> matrix.grant(it, person.getKey()) != Grant.DENIED);
                var status = ask(route, person.getValue());
                if (allowed) {
                    soft.assertThat(status)
                            .as("%s as %s", route, person.getKey())
                            .isNotEqualTo(403);
                } else {
                    soft.assertThat(status)
                            .as("%s as %s", route, person.getKey())
                            .isEqualTo(403);
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void anotherTeamsGameDoesNotExist() throws Exception {

        var soft = new SoftAssertions();
        for (var route : guarded()
                .filter(it -> it.handler().getMethodAnnotation(Requires.class).onGame())
                .toList()) {
            for (var stranger : List.of("administrator-2", "developer-2")) {
                soft.assertThat(ask(route, stranger))
                        .as("%s as %s", route, stranger)
                        .isEqualTo(404);
            }
        }
        soft.assertAll();
    }

    private int ask(Route route, String username) throws Exception {
        var request = MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(route.method()),
                        route.path().replace("{game}", ownGame).replaceAll("\\{[^}]*}", "1"))
                .param("game", ownGame)
                .with(user(username))
                .with(csrf());
        route.consumes().forEach(request::contentType);
        return console.perform(request).andReturn().getResponse().getStatus();
    }

    private Stream<Route> guarded() {
        return Route.all(mapping).filter(it -> it.handler().getMethodAnnotation(Requires.class) != null);
    }
}
