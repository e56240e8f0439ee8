package io.gatehouse.workflow;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.gatehouse.core.Refusal;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.workflow.TasklistHardeningTests.Browser;

import static io.gatehouse.workflow.TasklistHardeningTests.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whoever asks does not decide: every question the processes put to the superapp's people, everybody who stands on the
 * side of those who ask, every door by which a decision comes in. The questions stay open through all attempts, until
 * somebody else answers them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourEyesTests extends FourEyesTest {

    private final Map<Username, Browser> browsers = new HashMap<>();

    /** The ways by which a decision comes in. */
    enum Door {
        REVIEW_PAGE,
        REVIEW_PAGE_CLAIMS,
        SEVERAL_AT_ONCE,
        ITEM_BY_ITEM,
        REFUND_PAGE,
        ORDER_PAGE,
        TASKLIST_CLAIMS,
        TASKLIST_ASSIGNS,
        TASKLIST_COMPLETES,
        TASKLIST_SUBMITS_THE_FORM,
        TASKS;

        boolean leadsTo(Question question) {
            return switch (this) {
                case REVIEW_PAGE, SEVERAL_AT_ONCE -> question.isAsked();
                case REVIEW_PAGE_CLAIMS -> question.isAsked() && question.kind != RequestKind.REFUND;
                case ITEM_BY_ITEM -> question == Question.RELEASE;
                case REFUND_PAGE -> question.kind == RequestKind.REFUND;
                case ORDER_PAGE -> question == Question.UNDELIVERED;
                default -> true;
            };
        }
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Question.values())
                .flatMap(question -> Stream.of(Asker.values())
                        .filter(asker -> question.isAsked() || asker == Asker.ANOTHER_OF_THE_TEAM)
                        .flatMap(asker -> Stream.of(Door.values())
                                .filter(door -> door.leadsTo(question))
                                .map(door -> Arguments.of(question, asker, door))));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    @Order(1)
    void isNotDecidedByThoseWhoAsk(Question question, Asker asker, Door door) throws Exception {

        var number = opened(question);
        var task = tasks.open(number).get(0);
        var before = requests.find(number);
        superapp(asker.username(), question.answeredBy());

        refuses(door, question, number, task, asker.username());

        assertThat(tasks.open(number)).extracting(OpenTask::id).containsExactly(task.id());
        assertThat(tasks.open(number).get(0).assignee()).isNull();
        assertThat(requests.find(number)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void isDecidedBySomebodyElse(Question question) throws Exception {

        var number = opened(question);
        var task = tasks.open(number).get(0);
        superapp(SOMEBODY_ELSE, question.answeredBy());

        var claimed = browser(SOMEBODY_ELSE)
                .post(ENGINE + "/task/" + task.id() + "/claim", "{\"userId\":\"" + SOMEBODY_ELSE + "\"}");
        assertThat(claimed).isEqualTo(204);

        var status = browser(SOMEBODY_ELSE).post(ENGINE + "/task/" + task.id() + "/complete", json(question.answer));

        assertThat(status).isEqualTo(204);
        assertThat(tasks.open(number)).extracting(OpenTask::id).doesNotContain(task.id());
    }

    private void refuses(Door door, Question question, String number, OpenTask task, Username by) throws Exception {
        var values = new HashMap<>(question.answer);
        switch (door) {
            case REVIEW_PAGE -> {
                values.put("task", task.id());
                refusesForm("/reviews", "/reviews/" + number + "/decision", values, by);
            }
            case REVIEW_PAGE_CLAIMS ->
                refusesForm("/reviews", "/reviews/" + number + "/claim", Map.of("task", task.id()), by);
            case SEVERAL_AT_ONCE -> {
                values.put("number", number);
                refusesForm("/reviews", "/reviews/decisions", values, by);
            }
            case ITEM_BY_ITEM -> {
                values.put("v.gem_1", "approve");
                refusesForm("/reviews", "/reviews/" + number + "/verdicts", values, by);
            }
            case REFUND_PAGE -> refusesForm("/reviews", "/refunds/" + number + "/decide", values, by);
            case ORDER_PAGE -> {
                values.put("game", about.get(question).value());
                refusesForm("/reviews", "/virtual-payment/orders/" + number + "/resolution", values, by);
            }
            case TASKLIST_CLAIMS ->
                refuses(ENGINE + "/task/" + task.id() + "/claim", "{\"userId\":\"" + by + "\"}", by);
            case TASKLIST_ASSIGNS ->
                refuses(ENGINE + "/task/" + task.id() + "/assignee", "{\"userId\":\"" + by + "\"}", by);
            case TASKLIST_COMPLETES -> refusesCall("/task/" + task.id() + "/complete", values, by);
            case TASKLIST_SUBMITS_THE_FORM -> refusesCall("/task/" + task.id() + "/submit-form", values, by);
            case TASKS ->
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> tasks.complete(task.id(), by, question.answer));
        }
    }

    private void refusesForm(String page, String path, Map<String, String> values, Username by) throws Exception {
        var answer = browser(by).submit(page, path, values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    }

    private void refusesCall(String path, Map<String, String> values, Username by) throws Exception {
        refuses(ENGINE + path, json(values), by);
    }

    private void refuses(String path, String body, Username by) throws Exception {
        var answer = browser(by).answer(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    }

    private Browser browser(Username by) throws IOException, InterruptedException {
        var known = browsers.get(by);
        if (known == null) {
            known = new Browser(port).signIn(by.value(), PASSWORD);
            browsers.put(by, known);
        }
        return known;
    }

    private static String json(Map<String, String> values) {
        return values.entrySet().stream()
                .map(it -> "\"%s\":{\"value\":\"%s\",\"type\":\"String\"}".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(",", "{\"variables\":{", "}}"));
    }
}
