package io.gatehouse.workflow;

import java.util.Collection;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts process instances and tells them what happened. Joins the caller's transaction and refuses to run without one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    /** The message every process with a decision ends on when its request is withdrawn. */
    static final String WITHDRAWN = "RequestWithdrawn";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Engine engine;

    Processes(RuntimeService runtime, RepositoryService repository, Engine engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
    }

    /** @param businessKey the number people know the case by */
    public void start(String process, String businessKey, Map<String, Object> variables) {
        engine.run(() -> runtime.startProcessInstanceByKey(process, businessKey, variables));
    }

    /**
     * Starts an instance for each key in one command, so that all of them are written in one batch. Which definition is
     * the latest is asked once: by key, the engine asks the database at each start.
     */
    public void startAll(String process, Collection<String> businessKeys, Map<String, Object> variables) {
        engine.run(() -> {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            for (var businessKey : businessKeys) {
                runtime.startProcessInstanceById(definition.getId(), businessKey, variables);
            }
            return businessKeys;
        });
    }

    /** Ends the instance of a withdrawn request. */
    public void withdraw(String businessKey) {
        engine.run(() -> runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(businessKey)
                .correlateWithResult());
    }

    /** Tells a running instance of a process something it waits for. */
    public void signal(String process, String businessKey, String message, Map<String, Object> variables) {
        engine.run(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            return runtime.createMessageCorrelation(message)
                    .processInstanceId(instance.getProcessInstanceId())
                    .setVariables(variables)
                    .correlateWithResult();
        });
    }

    /** A variable of the running instance of a process for that case; null if there is none. */
    public @Nullable Object variable(String process, String businessKey, String name) {
        return engine.run(() -> {
            var instance = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            // getVariable would write to an instance that ends while it is looked at
            var variable = instance == null
                    ? null
                    : runtime.createVariableInstanceQuery()
                            .variableScopeIdIn(instance.getProcessInstanceId())
                            .variableName(name)
                            .singleResult();
            return variable == null ? null : variable.getValue();
        });
    }

    /** Whether an instance of the process is running for that case. */
    public boolean isRunning(String process, String businessKey) {
        return engine.run(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0);
    }
}
