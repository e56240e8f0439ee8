package io.gatehouse.workflow;

import java.sql.SQLException;
import java.util.concurrent.Callable;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
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
        } catch (ProcessEngineException e) {
            throw databaseAway(e);
        }
    }

    /** What the engine could not write is told as it is where we write ourselves: whoever called may call again. */
    private static RuntimeException databaseAway(ProcessEngineException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && new SQLStateSQLExceptionTranslator().translate("engine command", null, sql)
                            instanceof DataAccessResourceFailureException away) {
                away.addSuppressed(failure);
                return away;
            }
        }
        return failure;
    }
}
