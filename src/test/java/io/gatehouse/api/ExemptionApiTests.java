package io.gatehouse.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Username;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;

/** The exemption from release approval, and its end. */
class ExemptionApiTests extends OwnGameTest {

    @Autowired
    UserTasks tasks;

    @Test
    void isAskedForAndTakenBack() throws IOException, InterruptedException {

        var asked = administrator.post(at("/exemption/requests"), Map.of("message", "We release daily"));
        var number = asked.text("/number");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(operator.get(at("/exemption")).text("/requests/0/number")).isEqualTo(number);
        assertThat(administrator
                        .post(at("/exemption/requests"), Map.of("message", "again"))
                        .status())
                .isEqualTo(409);
        assertThat(administrator
                        .post(at("/exemption/requests/" + number + "/withdrawal"))
                        .text("/state"))
                .isEqualTo("WITHDRAWN");
        assertThat(fields(administrator.post(at("/exemption/requests"), Map.of("message", " "))))
                .containsExactly("message");
        assertThat(as("administrator")
                        .get(of(GAME, "/exemption/requests/" + number))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isRevokedByTheSuperapp() throws IOException, InterruptedException {

        assertThat(superapp.post(at("/exemption/revocations"), Map.of("reason", "complaints"))
                        .text("/code"))
                .isEqualTo("exemption.not-granted");
        grant();
        assertThat(operator.get(at("/exemption")).body().at("/granted").asBoolean())
                .isTrue();
        assertThat(superapp.get(at("/exemption/impact")).body().at("/items")).isEmpty();
        assertThat(fields(superapp.post(
                        at("/exemption/revocations"),
                        Map.of("reason", "complaints", "takedown", "CHOSEN", "items", List.of("gem_100")))))
                .containsExactly("items");

        var revoked = superapp.post(at("/exemption/revocations"), Map.of("reason", "complaints", "takedown", "ALL"));
        runJobs();

        assertThat(revoked.status()).isEqualTo(201);
        assertThat(superapp.get(at("/exemption/revocations/" + revoked.text("/number")))
                        .text("/state"))
                .isEqualTo("APPROVED");
        var now = operator.get(at("/exemption"));
        assertThat(now.body().at("/granted").asBoolean()).isFalse();
        assertThat(now.text("/revokedFor")).isEqualTo("complaints");
    }

    private void grant() throws IOException, InterruptedException {
        var number = administrator
                .post(at("/exemption/requests"), Map.of("message", "We release daily"))
                .text("/number");
        tasks.complete(
                tasks.open(number).get(0).id(),
                new Username("reviewer"),
                Map.of("decision", "approve", "note", "fine"));
        runJobs();
    }
}
