package io.gatehouse.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Page;

/** The process history, for auditors. */
@Component
@Transactional(readOnly = true)
public class History {

    private final HistoryService history;
    private final RepositoryService repository;
    private final Engine engine;
    private final Clock clock;

    History(HistoryService history, RepositoryService repository, Engine engine, Clock clock) {
        this.history = history;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Finds process instances, the latest first, by key and never by offset.
     *
     * @param after the {@link Page#next()} of the page before; null for the first one
     */
    public Page<CaseRow> cases(CaseFilter filter, @Nullable String after, int size) {
        var wanted = CaseStatement.of(filter, after, clock.instant());
        var query = history.createNativeHistoricProcessInstanceQuery().sql(wanted.sql());
        wanted.parameters().forEach(query::parameter);
        var definitions = new HashMap<String, ProcessDefinition>();
        var found = engine.run(() -> query.listPage(0, size + 1)).stream()
                .map(it -> row(it, definitions.computeIfAbsent(it.getProcessDefinitionId(), this::definition)))
                .toList();
        return Page.of(found, size, CaseRow::id);
    }

    /** The instances of a case; more than one where one process called another. */
    public List<CaseHistory> of(String businessKey) {
        return engine.run(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 50)
                .stream()
                .map(this::read)
                .toList());
    }

    /**
     * The model that ran and what was deployed together with it for it: the forms and the decision tables it names.
     *
     * @return file name, for example {@code forms/review-items.form} → content
     */
    public Map<String, String> files(String definitionId) {
        return engine.run(() -> {
            var definition = repository.getProcessDefinition(definitionId);
            var model = model(definitionId);
            var files = new TreeMap<String, String>();
            files.put(definition.getResourceName(), model);
            for (var file : repository.getDeploymentResources(definition.getDeploymentId())) {
                var id = file.getName().replaceFirst("^.*/", "").replaceFirst("\\.(form|dmn)$", "");
                if (model.contains("formRef=\"" + id + "\"") || model.contains("decisionRef=\"" + id + "\"")) {
                    files.put(file.getName(), content(definition.getDeploymentId(), file.getId()));
                }
            }
            return files;
        });
    }

    private String content(String deployment, String file) throws IOException {
        try (var content = repository.getResourceAsStreamById(deployment, file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private CaseHistory read(HistoricProcessInstance instance) {
        var activities = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(History::activity)
                .toList();
        var incidents = history.createHistoricIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(History::incident)
                .toList();
        var called =
                history
                        .createHistoricProcessInstanceQuery()
                        .superProcessInstanceId(instance.getId())
                        .listPage(0, 50)
                        .stream()
                        .map(this::row)
                        .toList();
        return new CaseHistory(
                row(instance),
                instance.getProcessDefinitionId(),
                model(instance.getProcessDefinitionId()),
                activities,
                incidents,
                called);
    }

    private String model(String definitionId) {
        try (var model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessDefinition definition(String id) {
        return repository.getProcessDefinition(id);
    }

    private CaseRow row(HistoricProcessInstance instance) {
        return row(instance, definition(instance.getProcessDefinitionId()));
    }

    private static CaseRow row(HistoricProcessInstance instance, ProcessDefinition definition) {
        return new CaseRow(
                instance.getId(),
                definition.getKey(),
                definition.getVersion(),
                instance.getBusinessKey(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                ((HistoricProcessInstanceEntity) instance).getEndActivityId(),
                instance.getState());
    }

    private static CaseHistory.Activity activity(HistoricActivityInstance it) {
        return new CaseHistory.Activity(
                it.getActivityId(),
                it.getActivityName(),
                it.getActivityType(),
                it.getStartTime().toInstant(),
                instant(it.getEndTime()),
                it.getAssignee(),
                it.isCanceled());
    }

    private static CaseHistory.Incident incident(HistoricIncident it) {
        return new CaseHistory.Incident(
                it.getActivityId(),
                it.getIncidentType(),
                it.getIncidentMessage(),
                it.getCreateTime().toInstant(),
                instant(it.getEndTime()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant).orElse(null);
    }
}
