package io.gatehouse.bench.peers;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

import io.gatehouse.bench.PaidOrder;
import io.gatehouse.bench.Peer;

/** Flowable 7 with one process instance an order: an asynchronous service task that calls the game's server; history full. */
public abstract class FlowablePeer implements Peer {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                         targetNamespace="bench">
              <process id="item-delivery" isExecutable="true">
                <startEvent id="Paid"/>
                <sequenceFlow id="a" sourceRef="Paid" targetRef="Deliver"/>
                <serviceTask id="Deliver" flowable:async="true" flowable:exclusive="%s"
                             flowable:delegateExpression="${deliver}"/>
                <sequenceFlow id="b" sourceRef="Deliver" targetRef="Delivered"/>
                <endEvent id="Delivered"/>
              </process>
            </definitions>
            """;

    private @Nullable ProcessEngine engine;
    private @Nullable SpringProcessEngineConfiguration configuration;

    /** As it is delivered. */
    public static final class Default extends FlowablePeer {

        @Override
        void tune(SpringProcessEngineConfiguration configuration) {
            // as it is
        }

        @Override
        boolean exclusive() {
            return true;
        }
    }

    /** More threads and jobs at a time, shorter waits, no exclusive jobs: what its performance notes advise. */
    public static final class Tuned extends FlowablePeer {

        @Override
        void tune(SpringProcessEngineConfiguration configuration) {
            configuration.setAsyncExecutorCorePoolSize(16);
            configuration.setAsyncExecutorMaxPoolSize(16);
            configuration.setAsyncExecutorThreadPoolQueueSize(2048);
            var jobs = new AsyncJobExecutorConfiguration();
            jobs.setMaxAsyncJobsDuePerAcquisition(512);
            jobs.setDefaultAsyncJobAcquireWaitTime(Duration.ofMillis(50));
            configuration.setAsyncExecutorConfiguration(jobs);
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
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setBeans(Map.of("deliver", (JavaDelegate) execution -> {
            var order = tools.orders().get(Long.parseLong(execution.getProcessInstanceBusinessKey()));
            tools.servers().tell(order);
            tools.orders().delivered(order.id());
        }));
        tune(configuration);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("item-delivery.bpmn20.xml", PROCESS.formatted(exclusive()))
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
        Objects.requireNonNull(configuration).getAsyncExecutor().start();
    }

    @Override
    public void stop() {
        Objects.requireNonNull(configuration).getAsyncExecutor().shutdown();
    }

    @Override
    public String waiting() {
        return "select count(*) from act_ru_execution";
    }
}
