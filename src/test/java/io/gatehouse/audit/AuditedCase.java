package io.gatehouse.audit;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.UserTasks;

/** A case to audit: somebody asks to enable payment, somebody else decides. */
abstract class AuditedCase extends ApplicationTest {

    static final Username MEI = new Username("mei-of-audit");
    static final Username HANA = new Username("hana-of-audit");

    private static final TeamId TEAM = new TeamId("audit-team");

    AppId game;

    @Autowired
    Cases cases;

    @Autowired
    Sealer sealer;

    @Autowired
    Heads heads;

    @Autowired
    private People people;

    @Autowired
    private Games games;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Enablements enablements;

    @Autowired
    private Requests requests;

    @Autowired
    private UserTasks tasks;

    @BeforeEach
    void aGameWithAMerchant() {
        games.registerTeam(TEAM, "Audit team");
        people.register(MEI, "Mei Lin", "mei@example.com", "secret", Locale.ENGLISH);
        people.join(MEI, TEAM, Role.ADMINISTRATOR);
        people.register(HANA, "Hana Sato", "hana@example.com", "secret", Locale.ENGLISH);
        people.join(HANA, null, Role.REVIEW_STAFF);
        var merchant = new MerchantId("audit-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), HANA);
        transaction.executeWithoutResult(it -> merchants.bind(TEAM, merchant));
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, TEAM, "Lantern Drift", true);
    }

    String running() {
        return transaction.execute(it ->
                enablements.request(game, "Season start is 1 December", MEI).number());
    }

    String ended() {
        var number = running();
        tasks.complete(
                tasks.open(number).get(0).id(), HANA, Map.of("decision", "approve", "note", "All papers are here"));
        runJobs();
        inbox.naming(number);
        return number;
    }

    /** One that no person decides, as the release of items of an exempt game. */
    String decidedByRule() {
        var number = requests.open(RequestKind.RELEASE, game, TEAM, "gem_100", "Season start", MEI)
                .number();
        requests.approveByRule(number, "exempt: EX-20261123-0001");
        return number;
    }

    void seal() {
        sealer.seal();
        heads.write();
    }
}
