package io.gatehouse.workflow;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The two known holes of the last community release, and everything else the gate keeps out. These fail closed. */
class TasklistHardeningTests extends ApplicationTest {

    static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    People people;

    @Autowired
    Games games;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void people() {
        var team = new TeamId("hardening-team");
        games.registerTeam(team, "Hardening team");
        register("hardening-admin", null, Role.SUPERAPP_ADMINISTRATOR);
        register("hardening-reviewer", null, Role.REVIEW_STAFF);
        register("hardening-auditor", null, Role.AUDITOR);
        register("hardening-developer", team, Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hardening-admin", "hardening-reviewer", "hardening-developer"})
    void nobodyBecomesAdministratorThroughTheSetup(String username) throws Exception {

        var browser = signedIn(username);

        assertThat(browser.post("/camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"mallory\"}}"))
                .isIn(403, 404);
        assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode())
                .isIn(403, 404);
        assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
    }

    @Test
    void nobodyBecomesAdministratorThroughTheEngine() {

        assertThat(identity.isReadOnly()).isTrue();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> identity.newUser("mallory"));
    }

    @Test
    void theAdministratorsGroupHasAMember() {

        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"dueAfterExpression\":\"${1+1}\"}]}",
                "{\"dueAfterExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass()}\"}]}",
                "{\"a\":[{\"b\":{\"c_Expression\":1}}]}"
            })
    void queriesWithExpressionsDoNotPassTheGate(String body) throws Exception {

        var browser = signedIn("hardening-reviewer");
        var filter = browser.get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50")
                .body();
        var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filter);
        assertThat(id.find()).as(filter).isTrue();

        assertThat(browser.post(ENGINE + "/filter/" + id.group(1) + "/list", body))
                .isEqualTo(400);
        assertThat(browser.post(ENGINE + "/filter/" + id.group(1) + "/count", body))
                .isEqualTo(400);
        assertThat(browser.post(ENGINE + "/task", body)).isIn(400, 404);
    }

    @Test
    void theEngineItselfEvaluatesNoExpressionInAnOrQuery() {

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .dueBeforeExpression("${1+1}")
                        .endOr()
                        .list());
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${people.all()}",
                "${requestTasks.getClass()}",
                "${requestTasks.dueAt('x')}",
                "#{1+1}"
            })
    void modelsReachNothingButTheirTasks(String expression) {

        var model = Bpmn.createExecutableProcess("intruder")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .endEvent()
                .done();

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> repository
                        .createDeployment()
                        .addModelInstance("intruder.bpmn", model)
                        .deploy())
                .withMessageContaining("is not allowed");
    }

    @Test
    void theEnginesOwnRestApiDoesNotExist() throws Exception {

        assertThat(signedIn("hardening-admin").get("/engine-rest/engine").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyWhatPeopleStartByHandIsOffered() throws Exception {

        var offered = signedIn("hardening-admin")
                .get(ENGINE + "/process-definition?latest=true&active=true&startableInTasklist=true&maxResults=50")
                .body();

        assertThat(Pattern.compile("\"key\":\"([^\"]+)\"")
                        .matcher(offered)
                        .results()
                        .map(it -> it.group(1)))
                .containsExactlyInAnyOrder("exemption-revocation", "refund");
    }

    @Test
    void strangersAreSentToTheSignIn() throws Exception {

        var stranger = new Browser(port);

        assertThat(stranger.get("/camunda/app/tasklist/default/").headers().firstValue("location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/sign-in"));
        assertThat(stranger.get(ENGINE + "/filter").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "hardening-developer, /camunda/app/tasklist/default/, 403",
        "hardening-auditor, /camunda/app/tasklist/default/, 403",
        "hardening-reviewer, /camunda/app/tasklist/default/, 200",
        "hardening-reviewer, /camunda/app/cockpit/default/, 404",
        "hardening-reviewer, /camunda/app/admin/default/, 404",
        "hardening-admin, /camunda/app/cockpit/default/, 200"
    })
    void tasklistIsForTheSuperappsPeopleOnly(String username, String path, int status) throws Exception {

        var answer = signedIn(username).get(path);

        assertThat(answer.statusCode() == 404 && status == 403 ? 403 : answer.statusCode())
                .isEqualTo(status);
    }

    private void register(String name, TeamId team, Role role) {
        people.register(new Username(name), name, name + "@example.com", "secret", Locale.ENGLISH);
        people.join(new Username(name), team, role);
    }

    private Browser signedIn(String username) throws IOException, InterruptedException {
        return new Browser(port).signIn(username, "secret");
    }

    /** As much of a browser as a test of paths needs: cookies, the forms' token and Tasklist's. */
    static class Browser {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String base;
        private @Nullable String token;

        Browser(int port) {
            base = "http://localhost:" + port;
        }

        Browser signIn(String username, String password) throws IOException, InterruptedException {
            var answer = submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
            token = null; // another one from now on
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("location"))
                    .hasValueSatisfying(it -> assertThat(it).doesNotContain("error"));
            get("/camunda/app/tasklist/default/");
            return this;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        }

        int post(String path, String json) throws IOException, InterruptedException {
            return answer(path, json).statusCode();
        }

        HttpResponse<String> answer(String path, String json) throws IOException, InterruptedException {
            var token = cookies.getCookieStore().getCookies().stream()
                    .filter(it -> it.getName().equals("XSRF-TOKEN"))
                    .findFirst();
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json));
            token.ifPresent(it -> request.header("X-XSRF-TOKEN", it.getValue()));
            return client.send(request.build(), BodyHandlers.ofString());
        }

        /** Sends a form of the console, with the token of the page it stands on. */
        HttpResponse<String> submit(String page, String path, Map<String, String> values)
                throws IOException, InterruptedException {
            if (token == null) {
                var found = TOKEN.matcher(get(page).body());
                assertThat(found.find()).as("A form on " + page).isTrue();
                token = found.group(1);
            }
            var form = new TreeMap<>(values);
            form.put("_csrf", token);
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofString(form.entrySet().stream()
                                    .map(it -> it.getKey() + "="
                                            + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                                    .collect(Collectors.joining("&"))))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
