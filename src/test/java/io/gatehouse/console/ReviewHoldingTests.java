package io.gatehouse.console;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.sandbox.Visitor;
import io.gatehouse.workflow.OpenTask;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A request on its review page … */
class ReviewHoldingTests extends ApplicationTest {

    private static final Username MEI = new Username("mei-who-asks");
    private static final TeamId TEAM = new TeamId("holding-team");

    @Autowired
    private Games games;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Enablements enablements;

    @Autowired
    private UserTasks tasks;

    @Autowired
    private Sentences sentences;

    private AppId game = new AppId("none");
    private String number = "";

    @BeforeEach
    void somebodyAsksForPayment() {
        games.registerTeam(TEAM, "Holding team");
        person(MEI, "Mei Who Asks", TEAM, Role.ADMINISTRATOR);
        var merchant = new MerchantId("holding-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), new Username("superapp-admin"));
        transaction.executeWithoutResult(it -> merchants.bind(TEAM, merchant));
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, TEAM, "Lantern Drift", true);
        number = transaction.execute(
                it -> enablements.request(game, "Season start", MEI).number());
    }

    @Test
    void isClaimedAndLetGo() throws Exception {

        var hana = Visitor.signedIn(port, "reviewer");
        var leo = Visitor.signedIn(port, "reviewer-2");
        assertThat(hana.get(page()).body()).contains("Nobody yet", "/claim\"");

        var claimed = hana.post(page(), page() + "/claim", Map.of("task", task().id()));
        assertThat(claimed.body()).contains("Held by", "Let go");
        assertThat(task().assignee()).isEqualTo("reviewer");
        assertThat(leo.get(page()).body())
                .contains("Hana Sato has claimed this request")
                .doesNotContain("Let go<");
        assertThat(leo.get("/reviews?kind=ENABLEMENT").body()).contains("held by Hana Sato");

        var late = leo.post(page(), page() + "/claim", Map.of("task", task().id()));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Hana Sato holds this task");
        assertThat(leo.post(page(), page() + "/letting-go", Map.of("task", task().id()))
                        .statusCode())
                .isEqualTo(409);

        hana.post(page(), page() + "/letting-go", Map.of("task", task().id()));
        assertThat(task().assignee()).isNull();
    }

    @Test
    void isClaimedByNobodyWhoseQuestionItIsNot() throws Exception {

        var ravi = Visitor.signedIn(port, "finance");

        var refused = ravi.post("/account", page() + "/claim", Map.of("task", task().id()));

        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(403);
        assertThat(task().assignee()).isNull();
    }

    @Test
    void namesWhoHasDecidedItAlready() {

        var task = task().id();
        var values = Map.of("decision", "approve");
        tasks.complete(task, new Username("reviewer"), values);

        var late = catchThrowableOfType(IllegalTransition.class, () -> enablements.withdraw(game, number, MEI));

        assertThat(sentences.of(late, Locale.ENGLISH)).contains("already processed: Approved, by Hana Sato.");
        assertThat(sentences.of(late, Locale.SIMPLIFIED_CHINESE)).contains("已由 Hana Sato 处理");
    }

    private String page() {
        return "/reviews/" + number;
    }

    private OpenTask task() {
        return tasks.open(number).get(0);
    }
}
