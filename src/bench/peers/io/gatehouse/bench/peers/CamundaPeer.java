package io.gatehouse.bench.peers;

import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

import io.gatehouse.bench.PaidOrder;
import io.gatehouse.bench.Peer;

/** Camunda 7 with one process instance an order: an asynchronous service task that calls the game's server; history full. */
public abstract class CamundaPeer implements Peer {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                         targetNamespace="bench">
              <process id="item-delivery" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="Paid"/>
                <sequenceFlow id="a" sourceRef="Paid" targetRef="Deliver"/>
                <serviceTask id="Deliver" camunda:asyncBefore="true" camunda:exclusive="%s"
                             camunda:delegateExpression="${deliver}"/>
                <sequenceFlow id="b" sourceRef="Deliver" targetRef="Delivered"/>
                <endEvent id="Delivered"/>
              </process>
            </definitions>
            """;

    private @Nullable ProcessEngine engine;
    private @Nullable SpringProcessEngineConfiguration configuration;

    /** As it is delivered; but for the ids, which the documentation wants to be UUIDs where there is more than one engine. */
    public static final class Default extends CamundaPeer {

        @Override
        void tune(SpringProcessEngineConfiguration configuration) {
            configuration.setJobExecutor(new DefaultJobExecutor());
        }

        @Override
        boolean exclusive() {
            return true;
        }
    }

    /** What its performance chapters advise: more threads and jobs at a time, short waits, no metrics, no authorizations. */
    public static final class Tuned extends CamundaPeer {

        @Override
        void tune(SpringProcessEngineConfiguration configuration) {
            var executor = new DefaultJobExecutor();
            executor.setCorePoolSize(16);
            executor.setMaxPoolSize(16);
            executor.setQueueSize(200);
            executor.setMaxJobsPerAcquisition(100);
            executor.setWaitTimeInMillis(50);
            executor.setMaxWait(200);
            executor.setBackoffTimeInMillis(0);
            configuration.setJobExecutor(executor);
            configuration.setMetricsEnabled(false);
            configuration.setTaskMetricsEnabled(false);
            configuration.setDbMetricsReporterActivate(false);
            configuration.setAuthorizationEnabled(false);
            configuration.setHistoryRemovalTimeStrategy("start");
        }

        @Override
        boolean exclusive() {
            return false;
        }
    }

    abstract void tune(SpringProcessEngineConfiguration configuration);

    abstract boolean exclusive();

    @Override
    public void prepare(Tools tools) {
        configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(tools.dataSource());
        configuration.setTransactionManager(tools.transactions());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setDatabaseType("postgres");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("deliver", (JavaDelegate) execution -> {
            var order = tools.orders().get(Long.parseLong(execution.getProcessBusinessKey()));
            tools.servers().tell(order);
            tools.orders().delivered(order.id());
        }));
        tune(configuration);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("item-delivery.bpmn", PROCESS.formatted(exclusive()))
                .deploy();
    }

    @Override
    public void enqueue(PaidOrder order) {
        Objects.requireNonNull(engine)
                .getRuntimeService()
                .startProcessInstanceByKey("item-delivery", String.valueOf(order.id()));
    }

    @Override
    public void start() {
        Objects.requireNonNull(configuration).getJobExecutor().start();
    }

    @Override
    public void stop() {
        Objects.requireNonNull(configuration).getJobExecutor().shutdown();
    }

    @Override
    public String waiting() {
        return "select count(*) from act_ru_execution";
    }
}
