package io.gatehouse.enablement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.gatehouse.core.AppId;
import io.gatehouse.workflow.CaseHistory;
import io.gatehouse.workflow.History;

import static org.assertj.core.api.Assertions.assertThat;

/** A case that began with an older model … */
class OlderModelTests extends EnablementTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private History history;

    @Test
    void goesOnByItWhileNewCasesGoByTheNewOne() throws IOException {
        var older = deploy(it -> it.replace("PaymentEnabled", "PaymentSwitchedOn"));
        var before = requested();
        var newer = deploy(it -> it);
        try {
            game = anotherGame();
            var after = requested();

            decide(before, HANA, Map.of("decision", "approve"));
            decide(after, HANA, Map.of("decision", "approve"));

            var began = caseOf(before);
            assertThat(began.row().endActivity()).isEqualTo("PaymentSwitchedOn");
            assertThat(began.model()).contains("PaymentSwitchedOn");
            assertThat(caseOf(after).row().endActivity()).isEqualTo("PaymentEnabled");
            assertThat(caseOf(after).row().version()).isEqualTo(began.row().version() + 1);
            assertThat(enablements.isEnabled(game)).isTrue();
            assertThat(enablements.isEnabled(requests.get(before).game())).isTrue();
        } finally {
            repository.deleteDeployment(newer.getId(), true);
            repository.deleteDeployment(older.getId(), true);
        }
    }

    private CaseHistory caseOf(String number) {
        return history.of(number).get(0);
    }

    private AppId anotherGame() {
        var another = new AppId(game + "b");
        games.register(another, games.get(game).team(), "Paper Harbour", true);
        return another;
    }

    /** All files as one, as the application does at its start. */
    private Deployment deploy(UnaryOperator<String> change) throws IOException {
        var deployment = repository.createDeployment().name("another version");
        for (var folder : new String[] {"processes", "forms"}) {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:/" + folder + "/*.*")) {
                var name = folder + "/" + file.getFilename();
                var content = file.getContentAsString(StandardCharsets.UTF_8);
                deployment.addString(name, name.endsWith("payment-enablement.bpmn") ? change.apply(content) : content);
            }
        }
        return deployment.deploy();
    }
}
