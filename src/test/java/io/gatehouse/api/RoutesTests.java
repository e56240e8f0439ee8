package io.gatehouse.api;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.ApiTokens;
import io.gatehouse.access.Requires;
import io.gatehouse.access.Scope;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * Calls every route of the API with tokens of every role, on a game of the own team and of another, with every scope and
 * with none that would do. What is expected comes from {@code permissions.csv}.
 */
@Transactional // what an allowed call does is rolled back
class RoutesTests extends ApplicationTest {

    static final Map<String, String> PEOPLE = Map.of(
            "SUPER_ADMIN", "super-admin",
            "PLATFORM_ADMIN", "platform-admin",
            "ADMINISTRATOR", "administrator",
            "SENIOR_DEVELOPER", "senior-developer",
            "DEVELOPER", "developer",
            "OPERATOR", "operator",
            "SUPERAPP_ADMINISTRATOR", "superapp-admin",
            "REVIEW_STAFF", "reviewer",
            "FINANCE_STAFF", "finance",
            "AUDITOR", "auditor");

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApiTokens tokens;

    @Autowired
    EntityManager entities;

    MockMvc api;
    Map<String, List<String>> matrix;

    /** A route and the rights of which any one is enough. */
    record Route(String path, String method, HandlerMethod handler) {

        Requires requires() {
            return handler.getMethodAnnotation(Requires.class);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void readTheMatrix() throws IOException {
        api = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var lines = new ClassPathResource("permissions.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(it -> it.split(",", -1))
                .toList();
        matrix = new LinkedHashMap<>();
        lines.forEach(it -> matrix.put(it[0], Arrays.asList(it)));
    }

    @Test
    void areForTheRolesOfTheMatrixAndNobodyElse() throws Exception {

        var soft = new SoftAssertions();
        for (var person : PEOPLE.entrySet()) {
            var token = token(person.getValue(), List.of(Scope.values()));
            for (var route : guarded().toList()) {
                var status = call(route, ApiTest.GAME, token);
                if (isAllowed(route, person.getKey())) {
                    soft.assertThat(status).as("%s as %s", route, person).isNotIn(401, 403, 500);
                } else {
                    soft.assertThat(status).as("%s as %s", route, person).isEqualTo(403);
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void doNotKnowAForeignGame() throws Exception {

        var soft = new SoftAssertions();
        for (var stranger : List.of("administrator-2", "developer-2")) {
            var token = token(stranger, List.of(Scope.values()));
            for (var route : guarded().filter(it -> it.requires().onGame()).toList()) {
                soft.assertThat(call(route, ApiTest.GAME, token))
                        .as("%s as %s", route, stranger)
                        .isEqualTo(404);
            }
        }
        soft.assertAll();
    }

    @Test
    void askForTheScopeOfTheirRight() throws Exception {

        var soft = new SoftAssertions();
        for (var route : guarded().toList()) {
            var covering = Arrays.stream(route.requires().value())
                    .flatMap(it -> Scope.covering(it).stream())
                    .toList();
            soft.assertThat(covering).as("scopes of %s", route).isNotEmpty();
            var person = somebodyAllowed(route);
            var others = Arrays.stream(Scope.values())
                    .filter(it -> !covering.contains(it))
                    .toList();
            soft.assertThat(call(route, ApiTest.GAME, token(person, others)))
                    .as("%s without its scope", route)
                    .isEqualTo(403);
        }
        soft.assertAll();
    }

    /** Whatever our tables know of: a caller sets what is offered to them, and nothing beside it. */
    @Test
    void takeNoFieldThatNobodyOffered() throws Exception {

        var soft = new SoftAssertions();
        var columns = entities.getMetamodel().getEntities().stream()
                .flatMap(it -> it.getAttributes().stream())
                .map(Attribute::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(columns).contains("version", "state", "requestedBy").hasSizeGreaterThan(50);
        var tried = 0;
        for (var route : guarded().toList()) {
            for (var type : bodies(route)) {
                var token = token(somebodyAllowed(route), List.of(Scope.values()));
                var offered = Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
                for (var foreign : columns) {
                    if (!offered.contains(foreign)) {
                        var answer = answer(route, token, "{\"%s\":1}".formatted(foreign));
                        soft.assertThat(answer.getStatus())
                                .as("%s with %s", route, foreign)
                                .isEqualTo(400);
                        soft.assertThat(answer.getContentAsString())
                                .as("%s with %s", route, foreign)
                                .contains("api.field-unknown", '"' + foreign + '"');
                        tried++;
                    }
                }
            }
        }
        soft.assertThat(tried).isGreaterThan(500);
        soft.assertAll();
    }

    private static List<Class<?>> bodies(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .toList();
    }

    private String somebodyAllowed(Route route) {
        return PEOPLE.entrySet().stream()
                .filter(it -> isAllowed(route, it.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse answer(Route route, String token, String body) throws Exception {
        var path = route.path().replace("{game}", ApiTest.GAME).replaceAll("\\{[^}]*}", "1");
        return api.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    @Test
    void onTheGamesAreAskedOnTheirGame() {

        assertThat(guarded())
                .allSatisfy(it -> assertThat(it.requires().onGame())
                        .as(it.toString())
                        .isEqualTo(it.path().contains("{game}")));
    }

    private int call(Route route, String game, String token) throws Exception {
        var path = route.path().replace("{game}", game).replaceAll("\\{[^}]*}", "1");
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        if (path.endsWith("/picture")) {
            request.contentType("image/png").content(new byte[1]);
        } else if (!route.method().equals("GET")) {
            request.contentType("application/json").content("{}");
        }
        return api.perform(request).andReturn().getResponse().getStatus();
    }

    private boolean isAllowed(Route route, String role) {
        var column = matrix.get("capability").indexOf(role);
        return Arrays.stream(route.requires().value())
                .anyMatch(it -> !matrix.get(it.key()).get(column).equals("-"));
    }

    private String token(String username, List<Scope> scopes) {
        var person = new Username(username);
        tokens.of(person).forEach(it -> {
            if (it.isValid()) {
                tokens.revoke(person, it.id());
            }
        });
        return tokens.make(person, "routes", scopes, 1).text();
    }

    private Stream<Route> guarded() {
        var routes = new TreeMap<String, Route>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(it -> it.startsWith("/api/v1/"))
                        .filter(it -> handler.hasMethodAnnotation(Requires.class))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(it -> routes.put(path + it, new Route(path, it.name(), handler)))));
        return routes.values().stream();
    }
}
