package io.gatehouse.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words in the drawing of a process, in the language of the person who looks at it. */
@Component
public class ModelWords {

    private final MessageSource messages;

    ModelWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param model a BPMN model; the names in it are English */
    public String in(Locale language, String model) {
        if (language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return model;
        }
        var drawn = Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
        drawn.getModelElementsByType(FlowElement.class).stream()
                .filter(it -> it.getName() != null)
                .forEach(it -> it.setName(messages.getMessage(key(it), null, it.getName(), language)));
        return Bpmn.convertToString(drawn);
    }

    /** An answer at a gateway is the same word wherever it stands. */
    private static String key(FlowElement element) {
        return element instanceof SequenceFlow
                ? "answer." + element.getName().toLowerCase(Locale.ROOT).replace(' ', '-')
                : "step." + element.getId();
    }
}
