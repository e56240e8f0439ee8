package io.gatehouse.workflow;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.NotFound;

/** The steps whose automatic tries are used up. */
@Component
@Transactional
public class FailedSteps {

    private static final int MOST = 200;
    private static final int TRIES = 3;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final Engine engine;

    FailedSteps(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            HistoryService history,
            Engine engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.history = history;
        this.engine = engine;
    }

    /** The latest first, at most 200. */
    public List<FailedStep> all() {
        return engine.run(() -> runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .desc()
                .listPage(0, MOST)
                .stream()
                .map(this::view)
                .toList());
    }

    /** Tries a step again, at once and up to three times. */
    public FailedStep retry(String jobId) {
        var step = all().stream()
                .filter(it -> it.jobId().equals(jobId))
                .findFirst()
                .orElseThrow(() -> new NotFound("step.unknown", jobId));
        engine.run(() -> {
            management.setJobRetries(jobId, TRIES);
            return jobId;
        });
        return step;
    }

    private FailedStep view(Incident incident) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        return new FailedStep(
                incident.getConfiguration(),
                repository
                        .getProcessDefinition(incident.getProcessDefinitionId())
                        .getKey(),
                Optional.ofNullable(instance)
                        .map(HistoricProcessInstance::getBusinessKey)
                        .orElse(null),
                // the step itself; its job may stand at a save point before it
                Optional.ofNullable(incident.getFailedActivityId()).orElse(incident.getActivityId()),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant());
    }
}
