package io.gatehouse.workflow;

import java.io.IOException;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} and {@code forms/} as one unit with stable names. The engine's own deployment names files
 * after their place on disk, so moving the application would make a new version of an unchanged process.
 */
@Component
class ProcessDeployment {

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final Engine engine;

    ProcessDeployment(RepositoryService repository, ResourcePatternResolver resources, Engine engine) {
        this.repository = repository;
        this.resources = resources;
        this.engine = engine;
    }

    @EventListener(ApplicationStartedEvent.class)
    void deploy() throws IOException {
        var deployment = repository.createDeployment().name("gatehouse").enableDuplicateFiltering(false);
        for (var pattern : new String[] {"processes/*.bpmn", "processes/*.dmn", "forms/*.form"}) {
            for (var file : resources.getResources("classpath*:/" + pattern)) {
                var folder = pattern.substring(0, pattern.indexOf('/') + 1);
                try (var content = file.getInputStream()) {
                    deployment.addInputStream(folder + file.getFilename(), content);
                }
            }
        }
        engine.run(deployment::deploy);
    }
}
