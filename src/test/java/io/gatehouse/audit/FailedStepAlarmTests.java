package io.gatehouse.audit;

import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.FullDisk;
import io.gatehouse.access.Role;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Inbox;
import io.gatehouse.workflow.FailedSteps;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A step whose automatic tries are used up … */
class FailedStepAlarmTests extends AuditedCase {

    private static final Username SOFIA = new Username("sofia-of-audit");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Autowired
    private UserTasks tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FailedSteps steps;

    @Autowired
    private FailedStepAlarm alarm;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void somebodyWhoCanTryItAgain() {
        database.update("delete from mail where key like 'failed-step/%'");
        person(SOFIA, "Sofia Rossi", null, Role.SUPERAPP_ADMINISTRATOR);
    }

    @AfterEach
    void leaveNone() {
        steps.all()
                .forEach(it -> runtime.deleteProcessInstance(
                        management
                                .createJobQuery()
                                .jobId(it.jobId())
                                .singleResult()
                                .getProcessInstanceId(),
                        "the test is over"));
    }

    @Test
    void isToldToThoseWhoCanTryItAgainWithinAMinute() {

        var number = exhausted();

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(inbox.naming(number))
                        .filteredOn(it -> it.isTo(SOFIA + "@example.com"))
                        .singleElement()
                        .satisfies(it -> {
                            assertThat(it.subject()).isEqualTo("A step keeps failing: Tell team of approval");
                            assertThat(it.text())
                                    .contains(
                                            "Payment enablement",
                                            "Case: " + number,
                                            "Reason: An exception",
                                            "/operations");
                        }));
    }

    @Test
    void isToldOnceThoughItFailsInManyCasesAndKeepsFailing() {

        var first = exhausted();
        alarm.raise();
        aGameWithAMerchant();
        var second = exhausted();
        alarm.raise();
        alarm.raise();

        assertThat(steps.all()).extracting(it -> it.businessKey()).contains(first, second);
        assertThat(inbox.naming(first))
                .filteredOn(it -> it.isTo(SOFIA + "@example.com"))
                .extracting(Inbox.Arrived::subject)
                .containsExactly("A step keeps failing: Tell team of approval");
        assertThat(inbox.naming(second)).noneMatch(it -> it.isTo(SOFIA + "@example.com"));
    }

    @Test
    void goesOnWhenSomebodyTriesItAgain() {

        var number = exhausted();

        steps.retry(steps.all().stream()
                .filter(it -> number.equals(it.businessKey()))
                .findFirst()
                .orElseThrow()
                .jobId());
        runJobs();

        assertThat(cases.get(number).instances().get(0).row().ended()).isNotNull();
        assertThat(steps.all()).noneMatch(it -> number.equals(it.businessKey()));
    }

    /** A case whose next step has been tried as often as it is by itself. */
    private String exhausted() {
        var number = running();
        try (var disk = FullDisk.under("mail", database)) {
            tasks.complete(tasks.open(number).get(0).id(), HANA, Map.of("decision", "approve", "note", ""));
            for (var next = due(number); next.getRetries() > 0; next = due(number)) {
                runAsTheEngineDoes(next.getId());
            }
            assertThat(disk.hasRefused()).isTrue();
        }
        return number;
    }

    private Job due(String number) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult();
    }

    /** What fails there, it counts and goes on. */
    private void runAsTheEngineDoes(String job) {
        try {
            management.executeJob(job);
        } catch (ProcessEngineException | DataAccessException e) {
            assertThat(e).hasStackTraceContaining("No space left on device");
        }
    }
}
