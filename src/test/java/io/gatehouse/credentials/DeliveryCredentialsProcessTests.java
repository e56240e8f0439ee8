package io.gatehouse.credentials;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One test for each end of {@code delivery-credentials}, and for what a credential is good for on its way. */
class DeliveryCredentialsProcessTests extends CredentialsTest {

    @Autowired
    CredentialsPage page;

    @Autowired
    ExpiryReminders reminders;

    @Test
    void areIssuedAndMailedAfterTheFirstSaveAndNoLaterOne() {

        credentials.requestFirst(game, MEI);
        credentials.requestFirst(game, ARJUN);
        runJobs();

        assertThat(requests.of(game, RequestKind.CREDENTIALS)).singleElement().satisfies(request -> {
            assertThat(request.status()).isEqualTo(RequestStatus.APPROVED);
            assertThat(endOf(request.number())).isEqualTo("CredentialIssued");
            assertThat(mails.of(request.number())).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo(MEI);
                assertThat(mail.body())
                        .doesNotContain(credentials.signing(game, Env.LIVE).value());
            });
        });
        assertThat(credentials.valid(game)).isTrue();
        assertThat(credentials.signing(game, Env.SANDBOX)).isNotEqualTo(credentials.signing(game, Env.LIVE));
        assertThat(credentials.webhookSecrets(game)).hasSize(1);
    }

    @Test
    void areNotRequestedAgainWhileARequestIsUnderWay() {

        credentials.requestFirst(game, MEI);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> credentials.renew(game, MEI, "Once more"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("request.open-already"));
    }

    @Test
    void overlapForADayAfterARenewalAndTheNewOneSigns() {

        var old = issued();

        var number = renewed();

        var fresh = credentials.signing(game, Env.LIVE);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(credentials.accepted(game, Env.LIVE)).containsExactly(fresh, old);
        assertThat(credentials.webhookSecrets(game)).hasSize(2);

        clock.advance(Duration.ofHours(24));

        assertThat(credentials.accepted(game, Env.LIVE)).containsExactly(fresh);

        passTime(Duration.ofMinutes(5));

        assertThat(endOf(number)).isEqualTo("CredentialRenewed");
        assertThat(repository.findByGameAndState(game, CredentialState.RETIRED))
                .singleElement()
                .satisfies(it -> assertThat(it.sealed(Sealed.APP_KEY)).isNull());
    }

    @Test
    void loseTheOldOneAtOnceWhenItIsRevoked() {

        issued();
        renewed();

        credentials.revokeOld(game, ARJUN);

        assertThat(credentials.accepted(game, Env.LIVE)).containsExactly(credentials.signing(game, Env.LIVE));
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> credentials.revokeOld(game, ARJUN));
    }

    @Test
    void areSentAgainToTheirRequester() {

        issued();

        credentials.sendAgain(game, ARJUN);

        var number = requests.of(game, RequestKind.CREDENTIALS).get(0).number();
        assertThat(mails.of(number))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.to()).isEqualTo(MEI));
    }

    @Test
    void askAPersonWhenIssuingKeepsFailingAndGoOnWhenItIsTriedAgain() {

        closeTheOffice();
        credentials.requestFirst(game, MEI);
        var number = runIntoFailure();

        assertThat(page.of(game, MEI).stuck()).isTrue();
        openTheOffice();
        decide(number, SOFIA, Map.of("decision", "retry"));

        assertThat(credentials.valid(game)).isTrue();
        assertThat(endOf(number)).isEqualTo("CredentialIssued");
    }

    @Test
    void remindWhoeverCanHelpWhenIssuingIsStuck() {

        credentials.requestFirst(game, MEI);
        closeTheOffice();
        var number = runIntoFailure();

        passTime(Duration.ofDays(6));

        assertThat(inbox.naming(number))
                .filteredOn(it -> it.isTo(SOFIA + "@example.com"))
                .extracting(Inbox.Arrived::subject)
                .containsExactlyInAnyOrder(
                        "Request " + number + " waits for your decision", "Request " + number + " is overdue");
        assertThat(tasks.open(number)).hasSize(1);
        openTheOffice();
    }

    @Test
    void areGivenUpByAPersonWithANote() {

        closeTheOffice();
        credentials.requestFirst(game, MEI);
        var number = runIntoFailure();

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> decide(number, HANA, Map.of("decision", "retry")));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> decide(number, SOFIA, Map.of("decision", "give-up")));
        decide(number, SOFIA, Map.of("decision", "give-up", "note", "The certificate office is closed"));

        assertThat(endOf(number)).isEqualTo("IssuingFailed");
        assertThat(requests.get(number).status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(mails.of(number))
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).contains("could not be issued"));
        assertThat(credentials.valid(game)).isFalse();
    }

    @Test
    void remindThoseWhoMayRenewThemOnceForEachNumberOfDays() {

        issued();
        var number = requests.of(game, RequestKind.CREDENTIALS).get(0).number();
        clock.advance(Duration.ofDays(335).plusHours(1));

        reminders.remind();
        reminders.remind();

        assertThat(mails.of(number))
                .filteredOn(it -> it.subject().contains("expire"))
                .extracting(it -> it.to())
                .containsExactlyInAnyOrder(MEI, ARJUN);
    }

    @AfterEach
    void openTheOffice() {
        jdbc.sql("update credential_authority set generation = -generation where generation < 0")
                .update();
        jdbc.sql("delete from credential_authority where sealed_key = :nothing")
                .param("nothing", new byte[0])
                .update();
    }

    /** As if it had been sealed with another key. */
    private void closeTheOffice() {
        jdbc.sql("update credential_authority set generation = -generation").update();
        jdbc.sql("insert into credential_authority values (1000, '', :nothing, now())")
                .param("nothing", new byte[0])
                .update();
    }

    private String runIntoFailure() {
        runJobs();
        passTime(Duration.ofMinutes(2));
        passTime(Duration.ofMinutes(2));
        return requests.of(game, RequestKind.CREDENTIALS).get(0).number();
    }

    private void decide(String number, Username by, Map<String, ?> values) {
        var task = tasks.open(number).get(0);
        assertThat(task.form()).isEqualTo("resolve-failed-issuing");
        tasks.complete(task.id(), by, values);
        runJobs();
    }
}
