package io.gatehouse.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine … */
class IdentitiesTests extends ApplicationTest {

    @Autowired
    IdentityService identity;

    @Test
    void knowsThePeopleOfTheSuperappByTheirNames() {

        assertThat(identity.createUserQuery().userId("reviewer").singleResult().getFirstName())
                .isEqualTo("Hana Sato");
        assertThat(identity.createUserQuery()
                        .userIdIn("reviewer", "finance", "operator")
                        .list())
                .extracting(User::getId)
                .containsExactlyInAnyOrder("reviewer", "finance");
    }

    @Test
    void knowsWhoIsInAGroup() {

        assertThat(identity.createUserQuery().memberOfGroup("review-staff").list())
                .extracting(User::getId)
                .contains("reviewer", "reviewer-2")
                .doesNotContain("finance", "operator");
        assertThat(identity.createUserQuery()
                        .userId("finance")
                        .memberOfGroup("review-staff")
                        .count())
                .isZero();
    }

    @Test
    void knowsNobodyOfTheTeamsAndThePlatform() {

        assertThat(identity.createUserQuery().userId("operator").singleResult()).isNull();
        assertThat(identity.createUserQuery()
                        .userIdIn("super-admin", "administrator")
                        .list())
                .isEmpty();
    }
}
