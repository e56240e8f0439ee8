package io.gatehouse.api;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows a sale: wishes for refunds, what the team says to them, and orders nobody could deliver. */
class AfterSalesApiTests extends OwnGameTest {

    @Autowired
    Processes processes;

    @Test
    void aRefundIsAskedForOnAPlayersBehalf() throws IOException, InterruptedException {

        var order = order("DELIVERED");

        var asked = reviewer.post(at("/refunds"), wish(order, "PLAYERS_WISH"));

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("/source")).isEqualTo("STAFF");
        assertThat(asked.text("/amount/minor")).isEqualTo("999");
        assertThat(operator.get(at("/refunds")).text("/entries/0/number")).isEqualTo(asked.text("/number"));
        assertThat(operator.get(at("/refunds?status=REFUNDED")).body().at("/entries"))
                .isEmpty();
        assertThat(as("administrator")
                        .get(of(GAME, "/refunds/" + asked.text("/number")))
                        .status())
                .isEqualTo(404);
        assertThat(reviewer.post(at("/refunds"), wish(order, "PLAYERS_WISH")).status())
                .isEqualTo(409);
    }

    @Test
    void aPartIsAskedForInTheOrdersCurrency() throws IOException, InterruptedException {

        var order = order("DELIVERED");

        assertThat(fields(reviewer.post(at("/refunds"), part(order, 500, "EUR"))))
                .containsExactly("amount.currency");
        assertThat(fields(reviewer.post(at("/refunds"), part(order, 1000, "USD"))))
                .containsExactly("amount");
        assertThat(reviewer.post(at("/refunds"), part(order, 500, "USD")).text("/amount/minor"))
                .isEqualTo("500");
        assertThat(operator.get(at("/orders/" + order)).text("/left/minor")).isEqualTo("499");
    }

    @Test
    void aWishSaysWhatHappened() throws IOException, InterruptedException {

        var order = order("DELIVERED");

        assertThat(fields(reviewer.post(at("/refunds"), Map.of("orderNo", order))))
                .containsExactly("reason");
        assertThat(fields(reviewer.post(at("/refunds"), Map.of("orderNo", order, "reason", "PRICE"))))
                .containsExactly("message");
        assertThat(reviewer.post(at("/refunds"), wish("T-none", "PRICE")).status())
                .isEqualTo(404);
        assertThat(fields(operator.get(at("/refunds?from=2020-01-01")))).containsExactly("from");
        assertThat(fields(operator.get(at("/refunds?status=LOST")))).containsExactly("status");
        assertThat(fields(operator.get(at("/refunds?cursor=page-2")))).containsExactly("cursor");
    }

    @Test
    void theTeamAnswersWhenItIsAsked() throws IOException, InterruptedException {

        var number = reviewer.post(at("/refunds"), wish(order("DELIVERED"), "PRODUCT_PROBLEM"))
                .text("/number");
        runJobs();
        var answer = at("/refunds/" + number + "/answer");

        assertThat(fields(administrator.post(answer, Map.of("opinion", "perhaps"))))
                .containsExactly("opinion");
        var answered = administrator.post(answer, Map.of("opinion", "object", "note", "It was used up"));

        assertThat(answered.text("/status")).isEqualTo("IN_REVIEW");
        assertThat(answered.text("/answer/note")).isEqualTo("It was used up");
        assertThat(administrator.post(answer, Map.of("opinion", "agree")).text("/code"))
                .isEqualTo("refund.nothing-asked");
    }

    @Test
    void anUndeliveredOrderIsResolvedByItsTeam() throws IOException, InterruptedException {

        var order = order("DELIVERY_FAILED");
        transaction.executeWithoutResult(it -> processes.start("undelivered-item", order, Map.of()));
        var resolution = at("/orders/" + order + "/resolution");

        assertThat(operator.get(at("/orders?state=DELIVERY_FAILED&number=" + order))
                        .body()
                        .at("/entries"))
                .hasSize(1);
        assertThat(superapp.post(resolution, Map.of("resolution", "resend")).text("/code"))
                .isEqualTo("undelivered.closed");
        assertThat(administrator
                        .post(at("/orders/" + order + "/confirmation"), Map.of())
                        .text("/code"))
                .isEqualTo("undelivered.decide-first");
        assertThat(fields(administrator.post(resolution, Map.of("resolution", "forget"))))
                .containsExactly("resolution");
        assertThat(fields(administrator.post(resolution, Map.of("resolution", "confirm"))))
                .containsExactly("note");

        var resolved =
                administrator.post(resolution, Map.of("resolution", "confirm", "note", "The player shows the chest"));

        assertThat(resolved.text("/state")).isEqualTo("DELIVERED");
        assertThat(resolved.text("/undelivered/resolution")).isEqualTo("confirm");
        assertThat(administrator
                        .post(resolution, Map.of("resolution", "resend"))
                        .text("/code"))
                .isEqualTo("undelivered.closed");
    }

    private static Map<String, Object> wish(String order, String reason) {
        return Map.of("orderNo", order, "reason", reason, "message", "The chest was empty");
    }

    private static Map<String, Object> part(String order, long minor, String currency) {
        return Map.of(
                "orderNo",
                order,
                "amount",
                Map.of("minor", minor, "currency", currency),
                "reason",
                "PRICE",
                "message",
                "It cost less a day later");
    }
}
