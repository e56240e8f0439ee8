package io.gatehouse;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import io.gatehouse.workflow.ProcessOwner;

import static org.assertj.core.api.Assertions.assertThat;

/** The names in models and forms are a contract nobody else checks before an instance trips over them. */
class ProcessContractTests extends ApplicationTest {

    static final Pattern CALL = Pattern.compile("\\$\\{(\\w+Tasks)\\.(\\w+)\\(execution\\.processBusinessKey\\)}");

    @Autowired
    ApplicationContext beans;

    @Autowired
    List<ProcessOwner> owners;

    static Stream<Path> models() throws IOException {
        return files("processes", ".bpmn");
    }

    static Stream<Path> forms() throws IOException {
        return files("forms", ".form");
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNamedAfterItsProcessAndDrawn(Path file) {

        var model = read(file);

        assertThat(model.getModelElementsByType(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(BpmnDiagram.class)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasAnOwnerIfItHasUserTasks(Path file) {

        var model = read(file);

        if (!model.getModelElementsByType(UserTask.class).isEmpty()) {
            assertThat(owners)
                    .extracting(ProcessOwner::process)
                    .contains(file.getFileName().toString().replace(".bpmn", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void showsAFormAtEveryUserTask(Path file) {

        assertThat(read(file).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).exists();
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(task.isCamundaAsyncAfter())
                    .as("%s is followed by a save point", task.getId())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsPublicMethodsOfPublicBeansOnly(Path file) {

        assertThat(read(file).getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            var call = CALL.matcher(String.valueOf(task.getCamundaExpression()));
            assertThat(call.matches())
                    .as("%s says %s", task.getId(), task.getCamundaExpression())
                    .isTrue();

            var type = AopUtils.getTargetClass(beans.getBean(call.group(1)));

            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("%s is public", type)
                    .isTrue();
            assertThat(Arrays.stream(type.getMethods())
                            .filter(it -> it.getName().equals(call.group(2)))
                            .filter(it -> Arrays.equals(it.getParameterTypes(), new Class<?>[] {String.class})))
                    .as("%s.%s(String)", call.group(1), call.group(2))
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsProcessesAndAsksDecisionsThatExist(Path file) {

        var model = read(file);

        assertThat(model.getModelElementsByType(CallActivity.class))
                .allSatisfy(it -> assertThat(Path.of("processes", it.getCalledElement() + ".bpmn"))
                        .exists());
        assertThat(model.getModelElementsByType(BusinessRuleTask.class))
                .filteredOn(it -> it.getCamundaDecisionRef() != null)
                .allSatisfy(it -> assertThat(Path.of("processes", it.getCamundaDecisionRef() + ".dmn"))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormNamedAfterItsFile(Path file) throws IOException {

        var form = new ObjectMapper().readTree(file.toFile());

        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("schemaVersion").asInt())
                .as("what Tasklist's renderer knows")
                .isLessThanOrEqualTo(16);
        assertThat(form.findValuesAsText("type"))
                .isSubsetOf(
                        "default",
                        "text",
                        "textfield",
                        "textarea",
                        "number",
                        "select",
                        "radio",
                        "checkbox",
                        "checklist",
                        "datetime",
                        "separator",
                        "group",
                        "html");
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
