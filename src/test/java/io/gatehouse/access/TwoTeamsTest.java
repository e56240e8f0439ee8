package io.gatehouse.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Belongings.Kind;
import io.gatehouse.core.Username;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** A test with two teams that have one of everything, one of which asks every route for what the other has. */
abstract class TwoTeamsTest extends ApplicationTest {

    /** Bodies that say what is to be done with what the path names, else the call is refused before it is looked for. */
    static final Map<String, String> JSON_BODIES = Map.of(
            "PUT /api/v1/games/{game}/items/{code}", "{\"name\":\"Gem\",\"price\":{\"minor\":99,\"currency\":\"USD\"}}",
            "POST /api/v1/games/{game}/orders/{orderNo}/resolution", "{\"resolution\":\"resend\"}",
            "POST /api/v1/games/{game}/refunds/{number}/answer", "{\"opinion\":\"agree\"}");

    static final Map<String, String> FORM =
            Map.of("name", "Gem", "price", "0.99", "role", "DEVELOPER", "kind", "NOTHING", "reason", "Too old");

    @Autowired
    WebApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Games games;

    @Autowired
    People people;

    @Autowired
    Access access;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient db;

    MockMvc gatehouse;
    Belongings theirs;
    Belongings mine;
    Map<Username, String> bearers;

    @BeforeEach
    void twoTeams() {
        gatehouse = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        theirs = new Belongings(db, clock, games, people);
        mine = new Belongings(db, clock, games, people);
        bearers = Stream.of(mine, theirs)
                .map(Belongings::administrator)
                .collect(Collectors.toMap(Function.identity(), this::bearer));
    }

    private String bearer(Username who) {
        return tokens.make(who, "ids", List.of(Scope.values()), 1).text();
    }

    Stream<Route> routes() {
        return Route.all(mapping);
    }

    /** The answer without the ids that were typed. */
    Answer answer(Route route, Username who, String game, Map<Kind, String> ids, Map<String, String> more)
            throws Exception {
        var typed = new ArrayList<String>();
        var path = route.path();
        for (var variable : AskedIds.variables(route.path())) {
            var kind = AskedIds.IN_PATHS.get(variable);
            var value = variable.equals("/api/v1/games/{game}")
                    ? game
                    : kind == null ? AskedIds.OF_NOBODY.get(variable) : ids.get(kind);
            if (kind != null) {
                typed.add(value);
            }
            path = AskedIds.VARIABLE.matcher(path).replaceFirst(value);
        }
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path);
        more.forEach(request::param);
        if (route.path().startsWith("/api/")) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + bearers.get(who));
            if (route.path().endsWith("/picture")) {
                request.contentType(MediaType.IMAGE_PNG).content(new byte[1]);
            } else if (!route.method().equals("GET")) {
                request.contentType(MediaType.APPLICATION_JSON)
                        .content(JSON_BODIES.getOrDefault(route.toString(), "{}"));
            }
        } else {
            request.with(user(who.value())).param("game", game);
            if (!route.method().equals("GET")) {
                request.with(csrf());
                FORM.forEach(request::param);
                route.consumes().forEach(request::contentType);
            }
        }
        var answer = Answer.of(gatehouse.perform(request).andReturn().getResponse());
        typed.add(game);
        for (var id : typed) {
            answer = answer.without(id);
        }
        return answer;
    }

    boolean may(Route route, Belongings team) {
        var requires = route.handler().getMethodAnnotation(Requires.class);
        return requires == null
                || Arrays.stream(requires.value())
                        .anyMatch(it -> access.explain(team.administrator(), it, team.game())
                                .allowed());
    }

    static Map<Kind, String> ids(Belongings team) {
        var ids = new EnumMap<Kind, String>(Kind.class);
        Arrays.stream(Kind.values()).forEach(it -> ids.put(it, team.id(it)));
        return ids;
    }

    /** Ids of the same shape that nothing has. */
    Map<Kind, String> ofNothing() {
        var ids = ids(theirs);
        ids.replaceAll((kind, id) -> switch (kind) {
            case ATTEMPT -> Long.toString(Long.parseLong(id) + 1);
            case RUN, REPLAY, RECOVERY, REPORT, TOKEN -> UUID.randomUUID().toString();
            default ->
                id.substring(0, id.length() - 8) + UUID.randomUUID().toString().substring(0, 8);
        });
        return ids;
    }
}
