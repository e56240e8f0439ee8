package io.gatehouse.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Role;
import io.gatehouse.core.Sentences;

/**
 * What the engine answers Tasklist, in the words of the person who reads it: its own names of processes, tasks, shared
 * filters and groups are one language for all, and so are the forms as deployed.
 */
@Component
class TasklistTexts {

    private final MessageSource messages;
    private final ProcessOwners owners;
    private final TaskService tasks;
    private final Engine engine;
    private final TooLate tooLate;
    private final Sentences sentences;
    private final ModelWords words;

    TasklistTexts(
            MessageSource messages,
            ProcessOwners owners,
            TaskService tasks,
            Engine engine,
            TooLate tooLate,
            Sentences sentences,
            ModelWords words) {
        this.messages = messages;
        this.owners = owners;
        this.tasks = tasks;
        this.engine = engine;
        this.tooLate = tooLate;
        this.sentences = sentences;
        this.words = words;
    }

    /** Says the names of everything found in an answer, at any depth. */
    void names(JsonNode answer, Locale language) {
        if (answer instanceof ObjectNode thing) {
            if (thing.hasNonNull("taskDefinitionKey")) {
                say(thing, "name", "task." + text(thing, "taskDefinitionKey"), language);
            } else if (thing.has("suspended") && thing.has("resource") && thing.hasNonNull("key")) {
                say(thing, "name", "process." + text(thing, "key"), language);
            } else if ("Task".equals(text(thing, "resourceType"))) {
                say(thing, "name", "tasklist.filter." + text(thing, "name"), language);
                thing.path("properties")
                        .path("variables")
                        .forEach(it -> say(it, "label", "tasklist.variable." + text(it, "name"), language));
            } else if (thing.has("type") && thing.hasNonNull("id") && thing.hasNonNull("name")) {
                say(thing, "name", group(text(thing, "id")), language);
            }
        }
        answer.forEach(it -> names(it, language));
    }

    /**
     * Says a form. What people fill in has its texts in the bundles, as in the console; a text that is only shown holds
     * the other language beside its own, under {@code properties}.
     */
    void form(JsonNode form, Locale language) {
        form(form.path("components"), "form." + text(form, "id") + ".", language);
    }

    private void form(JsonNode components, String prefix, Locale language) {
        for (var each : components) {
            var key = prefix + text(each, "key");
            if (each.path("properties").hasNonNull(language.getLanguage())) {
                ((ObjectNode) each)
                        .put(
                                "text",
                                each.path("properties")
                                        .path(language.getLanguage())
                                        .asText());
            }
            if (each.hasNonNull("key")) {
                say(each, "label", key, language);
                say(each, "description", key + ".help", language);
                each.path("values").forEach(it -> say(it, "label", key + "." + text(it, "value"), language));
            }
            form(each.path("components"), prefix, language);
        }
    }

    /** Says the words in the drawing of a process. */
    void drawing(JsonNode answer, Locale language) {
        if (answer instanceof ObjectNode it && it.hasNonNull("bpmn20Xml")) {
            it.put("bpmn20Xml", words.in(language, text(it, "bpmn20Xml")));
        }
    }

    /** Says what a task tells beside its form anew. */
    void briefing(JsonNode variables, String taskId, Locale language) {
        var task = engine.run(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()));
        task.ifPresent(it -> {
            var process = it.getProcessDefinitionId().replaceAll(":.*", "");
            var businessKey =
                    variables.path(Briefing.BUSINESS_KEY).path("value").asText();
            owners.of(process)
                    .briefing(it.getTaskDefinitionKey(), businessKey, language)
                    .forEach((name, value) -> {
                        if (variables.path(name) instanceof ObjectNode variable) {
                            variable.put("value", String.valueOf(value));
                        }
                    });
        });
    }

    /** Why a claim or a completion was not taken that came with another one. */
    String tooLate(String taskId, String act, Locale language) {
        var late = "claim".equals(act) ? tooLate.toClaim(taskId) : tooLate.toComplete(taskId);
        return sentences.of(late, language);
    }

    private void say(JsonNode thing, String field, String key, Locale language) {
        if (thing instanceof ObjectNode it && it.hasNonNull(field)) {
            it.put(field, messages.getMessage(key, null, text(it, field), language));
        }
    }

    private static String group(String id) {
        return Arrays.stream(Role.values())
                .filter(it -> it.group().equals(id))
                .findFirst()
                .map(it -> "role." + it.name())
                .orElse("tasklist.group." + id);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
