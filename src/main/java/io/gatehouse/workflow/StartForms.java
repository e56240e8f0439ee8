package io.gatehouse.workflow;

import java.util.Map;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Forbidden;

/** The forms with which people start a process in Tasklist. */
@Component
class StartForms {

    private final Forms forms;

    StartForms(Forms forms) {
        this.forms = forms;
    }

    Map<String, Object> check(ProcessDefinitionEntity definition, Map<String, Object> submitted) {
        var form = definition.getStartFormDefinition() == null
                ? null
                : definition.getStartFormDefinition().getCamundaFormDefinitionKey();
        if (form == null) {
            throw new Forbidden("process.not-started-by-hand", definition.getKey());
        }
        return forms.check(form.getExpressionText(), submitted);
    }
}
