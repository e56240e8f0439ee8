package io.gatehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.access.CheapPasswords;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;

/**
 * A test against the running application: real database, real engine, real mail server, sample people. All of them share
 * one application; the engine's jobs run when a test says so, and time passes when a test says so.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gatehouse.data-dir=target/test-data/${random.uuid}",
            "gatehouse.samples.story=false",
            "camunda.bpm.job-execution.enabled=false",
            "gatehouse.credentials.keys=p256", // an RSA key takes about a second to find, and IssuerTests find both
            "gatehouse.mail.round=PT10M",
            "gatehouse.api.requests-per-second=10000"
        })
@ActiveProfiles("sandbox")
@Import({
    MovableClock.Configuration.class,
    TestTrust.Configuration.class,
    Inbox.Configuration.class,
    CheapPasswords.class
})
public abstract class ApplicationTest {

    private static final int MOST_ROUNDS = 20;

    /** This test, by the engine's clock, which goes by the database's. */
    private final Date before = Date.from(Instant.now().minusSeconds(2));

    @LocalServerPort
    protected int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Inbox inbox;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient database;

    @Autowired
    private People everybody;

    /** Runs the engine's jobs that are due, and those they lead to; timers count as due when the clock says so. */
    protected void runJobs() {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var due = management.createJobQuery().messages().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(it -> management.executeJob(it.getId()));
        }
        throw new AssertionError("The jobs of the engine do not come to an end");
    }

    /** Fires the timers of this test's cases that are due after that time has passed. */
    protected void passTime(Duration time) {
        clock.advance(time);
        var due = management
                .createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(it -> it.getCreateTime().after(before))
                .toList();
        for (var timer : due) {
            // one that interrupts takes the others of its task with it
            if (management.createJobQuery().jobId(timer.getId()).count() > 0) {
                management.executeJob(timer.getId());
            }
        }
        runJobs();
    }

    /** Registers somebody who reads English. */
    protected void person(Username who, String name, @Nullable TeamId team, Role role) {
        person(who, name, team, role, Locale.ENGLISH);
    }

    /** @param team null for the superapp's people */
    protected void person(Username who, String name, @Nullable TeamId team, Role role, Locale language) {
        everybody.register(who, name, who + "@example.com", "secret", language);
        everybody.join(who, team, role);
    }

    /** Has somebody leave their team for the superapp. */
    protected void changeSides(Username who, Role role) {
        database.sql("delete from membership where username = ?")
                .param(who.value())
                .update();
        everybody.join(who, null, role);
    }

    @AfterEach
    void returnToThePresent() {
        clock.reset();
    }
}
