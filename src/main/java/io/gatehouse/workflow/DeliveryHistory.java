package io.gatehouse.workflow;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Full history, except for {@code item-delivery}: of that process, one instance an order, it keeps the instance and its
 * incidents. What happened in between is in the delivery attempts; a full history would cost five times the disk.
 */
class DeliveryHistory implements HistoryLevel {

    static final String NAME = "gatehouse";
    private static final String LEAN_PROCESS = "item-delivery";

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (entity instanceof ExecutionEntity execution
                && LEAN_PROCESS.equals(execution.getProcessDefinition().getKey())) {
            return isOfTheInstance(type);
        }
        if (entity instanceof VariableInstanceEntity variable && variable.getProcessDefinitionId() != null) {
            return !variable.getProcessDefinitionId().startsWith(LEAN_PROCESS + ":");
        }
        return true;
    }

    private static boolean isOfTheInstance(HistoryEventType type) {
        return type == HistoryEventTypes.PROCESS_INSTANCE_START
                || type == HistoryEventTypes.PROCESS_INSTANCE_END
                || type == HistoryEventTypes.PROCESS_INSTANCE_UPDATE
                || type == HistoryEventTypes.INCIDENT_CREATE
                || type == HistoryEventTypes.INCIDENT_RESOLVE
                || type == HistoryEventTypes.INCIDENT_DELETE;
    }
}
