package io.gatehouse.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the module a process belongs to. */
@Component
class ProcessOwners {

    private final ObjectProvider<ProcessOwner> owners;

    ProcessOwners(ObjectProvider<ProcessOwner> owners) {
        this.owners = owners;
    }

    ProcessOwner of(String process) {
        return owners.stream()
                .filter(it -> it.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module owns the process " + process));
    }

    static String process(DelegateTask task) {
        return ((TaskEntity) task).getProcessDefinition().getKey();
    }
}
