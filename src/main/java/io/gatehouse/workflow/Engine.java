package io.gatehouse.workflow;

import java.util.concurrent.Callable;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs our own calls of the engine in one command and without its authorizations: those are for its web applications;
 * our rights are the permission matrix, asked before and, for decisions, in the completion guard.
 */
@Component
class Engine {

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;

    Engine(ObjectProvider<ProcessEngineConfigurationImpl> configuration) {
        this.configuration = configuration;
    }

    <T> T run(Callable<T> calls) {
        try {
            return configuration
                    .getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(calls));
        } catch (RefusedByGuard e) {
            throw e.refusal();
        }
    }
}
