package io.gatehouse.workflow;

import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.TasklistHardeningTests.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/** Two reviewers at the same request in the same moment: one decides, the other one reads who was first. */
class TwoReviewersTests extends ApplicationTest {

    private static final Username MEI = new Username("mei-of-two");
    private static final Username HANA = new Username("hana-of-two");
    private static final Username LEO = new Username("leo-of-two");
    private static final MerchantId MERCHANT = new MerchantId("two-merchant");

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    TeamId team = new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeEach
    void peopleAndAMerchant() {
        games.registerTeam(team, "Northlight Studio");
        person(MEI, "Mei Lin", team, Role.ADMINISTRATOR);
        person(HANA, "Hana Sato", null, Role.REVIEW_STAFF);
        person(LEO, "Leo Martins", null, Role.REVIEW_STAFF);
        merchants.manage(MERCHANT, "Northlight", Currency.getInstance("USD"), HANA);
    }

    @RepeatedTest(10)
    void oneOfThemDecidesInTasklistAndTheOtherReadsWho() throws Exception {

        var number = asked();
        var path = TasklistHardeningTests.ENGINE + "/task/"
                + tasks.open(number).get(0).id() + "/complete";

        var answers = together(
                hana -> hana.answer(path, "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}"),
                leo -> leo.answer(
                        path,
                        "{\"variables\":{\"decision\":{\"value\":\"reject\"},\"note\":{\"value\":\"No contract\"}}}"));

        isDecidedOnce(number, answers, 204);
    }

    @RepeatedTest(10)
    void oneOfThemDecidesOnTheReviewPageAndTheOtherReadsWho() throws Exception {

        var number = asked();
        var path = "/reviews/" + number + "/decision";

        var answers = together(
                hana -> hana.submit("/reviews", path, Map.of("decision", "approve")),
                leo -> leo.submit("/reviews", path, Map.of("decision", "reject", "note", "No contract")));

        isDecidedOnce(number, answers, 302);
    }

    @RepeatedTest(10)
    void oneOfThemTakesTheTaskInTasklistAndTheOtherReadsWho() throws Exception {

        var number = asked();
        var path = claimOf(number);

        var answers = together(hana -> hana.answer(path, claim(HANA)), leo -> leo.answer(path, claim(LEO)));

        var hanaWon = answers.get(0).statusCode() == 204;
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(answers.get(hanaWon ? 1 : 0).body())
                .contains((hanaWon ? "Hana Sato" : "Leo Martins") + " holds this task");
        assertThat(tasks.open(number)).extracting(OpenTask::assignee).containsExactly((hanaWon ? HANA : LEO).value());
    }

    @Test
    void neitherTakesTheTaskForTheOther() throws Exception {

        var number = asked();

        var answer = new Browser(port).signIn(HANA.value(), "secret").answer(claimOf(number), claim(LEO));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("for themselves only");
        assertThat(tasks.open(number)).extracting(OpenTask::assignee).containsOnlyNulls();
    }

    @Test
    void oneOfThemFreesTheTaskThatTheOtherHoldsButGivesItToNobody() throws Exception {

        var number = asked();
        var task = TasklistHardeningTests.ENGINE + "/task/"
                + tasks.open(number).get(0).id();
        new Browser(port).signIn(HANA.value(), "secret").answer(task + "/claim", claim(HANA));
        var leo = new Browser(port).signIn(LEO.value(), "secret");

        assertThat(leo.post(task + "/assignee", "{\"userId\":null}")).isEqualTo(204);
        assertThat(leo.post(task + "/assignee", claim(HANA))).isEqualTo(409);

        assertThat(tasks.open(number)).extracting(OpenTask::assignee).containsOnlyNulls();
    }

    @Test
    void whoTakesTheTaskOfADecidedRequestReadsWhoDecided() throws Exception {

        var number = asked();
        var path = claimOf(number);
        tasks.complete(tasks.open(number).get(0).id(), HANA, Map.of("decision", "approve"));

        var answer = new Browser(port).signIn(LEO.value(), "secret").answer(path, claim(LEO));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Hana Sato has decided this already");
    }

    private String claimOf(String number) {
        return TasklistHardeningTests.ENGINE + "/task/"
                + tasks.open(number).get(0).id() + "/claim";
    }

    private static String claim(Username by) {
        return "{\"userId\":\"" + by + "\"}";
    }

    private void isDecidedOnce(String number, List<HttpResponse<String>> answers, int done) {
        var hanaWon = answers.get(0).statusCode() == done;
        var loser = answers.get(hanaWon ? 1 : 0);
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(done, 409);
        assertThat(loser.body()).containsAnyOf(hanaWon ? "Hana Sato" : "Leo Martins", (hanaWon ? HANA : LEO).value());
        assertThat(requests.get(number).decidedBy()).isEqualTo(hanaWon ? HANA : LEO);
        assertThat(requests.get(number).status()).isEqualTo(hanaWon ? RequestStatus.APPROVED : RequestStatus.REJECTED);
    }

    /** What somebody does in their browser. */
    private interface Act {
        HttpResponse<String> by(Browser browser) throws Exception;
    }

    private List<HttpResponse<String>> together(Act hanas, Act leos) throws Exception {
        var hana = new Browser(port).signIn(HANA.value(), "secret");
        var leo = new Browser(port).signIn(LEO.value(), "secret");
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        List<Callable<HttpResponse<String>>> acts = List.of(
                () -> {
                    start.await();
                    return hanas.by(hana);
                },
                () -> {
                    start.await();
                    return leos.by(leo);
                });
        var answers = both.invokeAll(acts);
        both.shutdown();
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    private String asked() {
        return merchants
                .requestBinding(team, MERCHANT, "Northlight", "We are paid there", MEI)
                .number();
    }
}
