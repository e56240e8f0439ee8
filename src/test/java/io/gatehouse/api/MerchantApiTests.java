package io.gatehouse.api;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Username;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;

/** The superapp's merchants, and the one a team is paid through. */
class MerchantApiTests extends OwnGameTest {

    @Autowired
    UserTasks tasks;

    final String merchant = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void areTakenInByTheSuperapp() throws IOException, InterruptedException {

        var saved = superapp.put("/merchants/" + merchant, named("Comet Ltd", "USD"));

        assertThat(saved.text("/currency")).isEqualTo("USD");
        assertThat(superapp.put("/merchants/" + merchant, named("Comet Limited", "USD"))
                        .text("/name"))
                .isEqualTo("Comet Limited");
        assertThat(superapp.get("/merchants?search=" + merchant).body().findValuesAsText("id"))
                .containsExactly(merchant);
        assertThat(fields(superapp.get("/merchants?cursor=nowhere"))).containsExactly("cursor");
        assertThat(superapp.put("/merchants/" + merchant, named("Comet Limited", "JPY"))
                        .text("/code"))
                .isEqualTo("merchant.currency-fixed");
        assertThat(fields(superapp.put("/merchants/" + merchant, named("Comet Limited", "XXZ"))))
                .containsExactly("currency");
        assertThat(fields(superapp.put("/merchants/" + merchant, named(" ", "USD"))))
                .containsExactly("name");
    }

    @Test
    void thePaymentSwitchIsRead() throws IOException, InterruptedException {

        assertThat(superapp.get("/payment-switch").body().at("/on").asBoolean()).isTrue();
        assertThat(superapp.put("/payment-switch", Map.of("on", true))
                        .body()
                        .at("/on")
                        .asBoolean())
                .isTrue();
        assertThat(fields(superapp.put("/payment-switch", Map.of()))).containsExactly("on");
    }

    @Test
    void oneIsBoundOnceTheSuperappAgrees() throws IOException, InterruptedException {

        superapp.put("/merchants/" + merchant, named("Comet Ltd", "USD"));
        assertThat(operator.get(at("/merchant")).body().at("/merchant").isNull())
                .isTrue();

        var asked = administrator.post(at("/merchant/requests"), wanted(merchant, "Comet Ltd"));

        assertThat(asked.status()).isEqualTo(201);
        approve(asked.text("/number"));

        assertThat(operator.get(at("/merchant")).text("/merchant/id")).isEqualTo(merchant);
        assertThat(administrator
                        .post(at("/merchant/unbinding"))
                        .body()
                        .at("/merchant")
                        .isNull())
                .isTrue();
        assertThat(administrator.post(at("/merchant/unbinding")).status()).isEqualTo(409);
    }

    @Test
    void aRequestIsTakenBack() throws IOException, InterruptedException {

        superapp.put("/merchants/" + merchant, named("Comet Ltd", "USD"));
        var number = administrator
                .post(at("/merchant/requests"), wanted(merchant, "Comet Ltd"))
                .text("/number");

        assertThat(administrator
                        .post(at("/merchant/requests/" + number + "/withdrawal"))
                        .text("/status"))
                .isEqualTo("30");
        assertThat(administrator
                        .post(at("/merchant/requests/" + number + "/withdrawal"))
                        .status())
                .isEqualTo(409);
        assertThat(as("administrator")
                        .get(of(GAME, "/merchant/requests/" + number))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMerchantNobodyKnowsIsNotAskedFor() throws IOException, InterruptedException {

        assertThat(fields(administrator.post(at("/merchant/requests"), wanted("nobody", "Nobody Ltd"))))
                .containsExactly("merchantId");
        assertThat(fields(administrator.post(at("/merchant/requests"), Map.of())))
                .containsExactlyInAnyOrder("merchantId", "merchantName", "message");
    }

    private void approve(String number) {
        tasks.complete(
                tasks.open(number).get(0).id(),
                new Username("reviewer"),
                Map.of("decision", "approve", "note", "checked"));
        runJobs();
    }

    private static Map<String, Object> named(String name, String currency) {
        return Map.of("name", name, "currency", currency);
    }

    private static Map<String, Object> wanted(String id, String name) {
        return Map.of("merchantId", id, "merchantName", name, "message", "We were taken in last week");
    }
}
