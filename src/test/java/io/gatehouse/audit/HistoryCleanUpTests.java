package io.gatehouse.audit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.sandbox.Visitor;
import io.gatehouse.workflow.History;

import static org.assertj.core.api.Assertions.assertThat;

/** The history of the engine … */
class HistoryCleanUpTests extends AuditedCase {

    private static final int TEN_YEARS = 3650;

    @Autowired
    private RepositoryService models;

    @Autowired
    private HistoryService engineHistory;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private History history;

    @Autowired
    private BusinessLog log;

    @AfterEach
    void returnTheEngineToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void isKeptForTenYearsByEveryModelThatIsDeployed() {
        assertThat(models.createProcessDefinitionQuery().list())
                .hasSizeGreaterThanOrEqualTo(9)
                .extracting(ProcessDefinition::getHistoryTimeToLive)
                .containsOnly(TEN_YEARS);
        assertThat(models.createDecisionDefinitionQuery().list())
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(DecisionDefinition::getHistoryTimeToLive)
                .containsOnly(TEN_YEARS);
    }

    @Test
    void isCleanedUpAtNight() {
        assertThat(engineHistory.findHistoryCleanupJobs())
                .isNotEmpty()
                .allSatisfy(
                        job -> assertThat(LocalTime.ofInstant(job.getDuedate().toInstant(), ZoneId.systemDefault()))
                                .isBetween(LocalTime.of(1, 0), LocalTime.of(5, 0)));
    }

    @Test
    void goesAfterTenYearsWhileTheBusinessLogStays() throws Exception {
        var number = ended();
        seal();
        var entries = log.of(number);
        assertThat(entries).isNotEmpty();

        itIsNight(TEN_YEARS - 1);
        cleanUp();
        assertThat(history.of(number)).hasSize(1);

        itIsNight(TEN_YEARS + 1);
        aGameWithAMerchant();
        var young = ended();
        cleanUp();

        assertThat(history.of(number)).isEmpty();
        assertThat(history.of(young)).hasSize(1);
        assertThat(log.of(number)).isEqualTo(entries);
        assertThat(log.verify().fault()).isNull();
        assertThat(Visitor.signedIn(port, "auditor")
                        .get("/audit/cases/" + number)
                        .statusCode())
                .isEqualTo(200);
    }

    private static void itIsNight(int days) {
        var twoAtNight = LocalDate.now().plusDays(days).atTime(2, 0).atZone(ZoneId.systemDefault());
        ClockUtil.setCurrentTime(Date.from(twoAtNight.toInstant()));
    }

    /** As the engine does it: some rows at a time, until there are none. */
    private void cleanUp() {
        for (var round = 0; round < 50; round++) {
            engineHistory.findHistoryCleanupJobs().stream().map(Job::getId).forEach(jobs::executeJob);
        }
    }
}
