package io.gatehouse.merchant;

import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One test for each end of {@code merchant-binding}, and for each event at its task. */
class MerchantBindingProcessTests extends ApplicationTest {

    static final Username MEI = new Username("mei-of-merchants");
    static final Username HANA = new Username("hana-of-merchants");
    static final Username DANA = new Username("dana-of-merchants");
    static final MerchantId MERCHANT = new MerchantId("binding-merchant");

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    History history;

    TeamId team;

    @BeforeEach
    void aTeamWithoutAMerchant() {
        team = new TeamId("team-" + UUID.randomUUID().toString().substring(0, 8));
        games.registerTeam(team, "Northlight Studio");
        person(MEI, MEI.value(), team, Role.ADMINISTRATOR);
        person(HANA, HANA.value(), null, Role.REVIEW_STAFF);
        person(DANA, DANA.value(), null, Role.SUPERAPP_ADMINISTRATOR, Locale.SIMPLIFIED_CHINESE);
        merchants.manage(MERCHANT, "Northlight", Currency.getInstance("USD"), DANA);
    }

    @Test
    void bindsTheMerchantWhenAReviewerApproves() {

        var number = requested();

        decide(number, HANA, Map.of("decision", "approve"));

        assertThat(merchants.effective(team))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(MERCHANT));
        assertThat(inbox.naming(number))
                .filteredOn(it -> it.isTo(address(MEI)))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("approved");
                    assertThat(mail.text()).contains("/virtual-payment/merchant");
                });
        assertThat(endOf(number)).isEqualTo("MerchantBound");
    }

    @Test
    void bindsNothingWhenAReviewerRejects() {

        var number = requested();

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(number, HANA, Map.of("decision", "reject")));
        decide(number, HANA, Map.of("decision", "reject", "note", "The name does not match"));

        assertThat(merchants.effective(team)).isEmpty();
        assertThat(inbox.naming(number)).anyMatch(it -> it.text().contains("The name does not match"));
        assertThat(endOf(number)).isEqualTo("BindingRejected");
    }

    @Test
    void endsWhenTheSubmitterWithdraws() {

        var number = requested();

        merchants.withdraw(team, number, MEI);

        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(endOf(number)).isEqualTo("BindingWithdrawn");
    }

    @Test
    void isNotDecidedByItsSubmitterWhateverTheyBecame() {

        var nell = new Username("nell-of-merchants");
        person(nell, nell.value(), team, Role.ADMINISTRATOR);
        var number = merchants
                .requestBinding(team, MERCHANT, "Northlight", "We are paid there", nell)
                .number();
        changeSides(nell, Role.REVIEW_STAFF);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> decide(number, nell, Map.of("decision", "approve")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("request.four-eyes"));
    }

    @Test
    void remindsReviewersAndTellsTheAdministratorWhenOverdue() {

        var number = requested();

        passTime(Duration.ofDays(6));

        assertThat(inbox.naming(number))
                .anyMatch(it -> it.isTo(address(HANA)) && it.subject().contains("waits for your decision"))
                .anyMatch(it -> it.isTo(address(DANA)) && it.subject().contains("已超时"))
                .allMatch(it -> it.text().contains("/reviews/" + number));
        assertThat(tasks.open(number)).hasSize(1);
    }

    private String requested() {
        return merchants
                .requestBinding(team, MERCHANT, "Northlight", "We are paid there", MEI)
                .number();
    }

    private void decide(String number, Username by, Map<String, Object> values) {
        tasks.complete(tasks.open(number).get(0).id(), by, values);
        runJobs();
    }

    private String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }

    private static String address(Username username) {
        return username + "@example.com";
    }
}
