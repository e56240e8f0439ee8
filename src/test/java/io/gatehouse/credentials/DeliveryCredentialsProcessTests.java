package io.gatehouse.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestStatus;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** One test for each end of {@code delivery-credentials}, and for what a credential is good for on its way. */
class DeliveryCredentialsProcessTests extends ApplicationTest {

    static final Username MEI = new Username("mei-of-credentials");
    static final Username ARJUN = new Username("arjun-of-credentials");
    static final Username SOFIA = new Username("sofia-of-credentials");
    static final Username HANA = new Username("hana-of-credentials");

    @Autowired
    People people;

    @Autowired
    Games games;

    @Autowired
    Credentials credentials;

    @Autowired
    CredentialsPage page;

    @Autowired
    CredentialRepository repository;

    @Autowired
    Secrets secrets;

    @Autowired
    ExpiryReminders reminders;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    Mails mails;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    AppId game;

    @BeforeEach
    void aGame() {
        var team = new TeamId("credentials-team");
        games.registerTeam(team, "Credentials team");
        register(MEI, team, Role.ADMINISTRATOR);
        register(ARJUN, team, Role.SENIOR_DEVELOPER);
        register(SOFIA, null, Role.SUPERAPP_ADMINISTRATOR);
        register(HANA, null, Role.REVIEW_STAFF);
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, team, "Lantern Drift", true);
    }

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
    void areNotRequestedAgainWhileARequestIsUnderWay() {

        credentials.requestFirst(game, MEI);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> credentials.renew(game, MEI, "Once more"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("request.open-already"));
    }

    @Test
    void showThePassphraseOnceAndToTheirRequesterOnly() throws IOException {

        issued();
        var credential = repository.findByGame(game).get(0);

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> credentials.passphrase(game, ARJUN));
        var passphrase = credentials.passphrase(game, MEI);

        assertThat(files(secrets.archive(credential), passphrase))
                .containsKeys("certificate.pem", "private-key.pem", "authority.pem", "keys.txt")
                .hasEntrySatisfying(
                        "keys.txt",
                        it -> assertThat(it)
                                .contains("AppKey: "
                                        + credentials.signing(game, Env.LIVE).value())
                                .contains("Sandbox AppKey: "
                                        + credentials.signing(game, Env.SANDBOX).value())
                                .contains("Webhook secret: "
                                        + credentials
                                                .webhookSecrets(game)
                                                .get(0)
                                                .value()));
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> files(secrets.archive(credential), passphrase + "x"));
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> credentials.passphrase(game, MEI))
                .satisfies(it -> assertThat(it.code()).isEqualTo("credentials.passphrase-seen"));
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
    void restEncryptedAndOpenInNoOtherRow() {

        var key = issued();
        renewed();
        var rows = repository.findByGame(game);

        assertThat(jdbc.sql("select * from credential where game = :game")
                        .param("game", game.value())
                        .query()
                        .listOfRows())
                .allSatisfy(row -> row.values().stream()
                        .filter(byte[].class::isInstance)
                        .forEach(it -> assertThat(new String((byte[]) it, StandardCharsets.ISO_8859_1))
                                .doesNotContain(key.value(), "PRIVATE KEY", "whsec_")));

        jdbc.sql("""
                update credential set app_key = (select o.app_key from credential o where o.number = :other)
                where number = :number
                """)
                .param("number", rows.get(0).number())
                .param("other", rows.get(1).number())
                .update();

        assertThatIllegalStateException()
                .isThrownBy(() -> credentials.accepted(game, Env.LIVE))
                .withMessageContaining("does not open");
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

    private String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }

    private AppKey issued() {
        credentials.requestFirst(game, MEI);
        runJobs();
        return credentials.signing(game, Env.LIVE);
    }

    private String renewed() {
        clock.advance(Duration.ofMinutes(1));
        var request = credentials.renew(game, MEI, "A developer has left the team");
        runJobs();
        return request.number();
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

    private void register(Username username, @Nullable TeamId team, Role role) {
        people.register(username, username.value(), username + "@example.com", "secret", Locale.ENGLISH);
        people.join(username, team, role);
    }

    static Map<String, String> files(byte[] archive, String passphrase) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), passphrase.toCharArray())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.isEncrypted()).isTrue();
                files.put(entry.getFileName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
