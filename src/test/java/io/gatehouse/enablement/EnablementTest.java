package io.gatehouse.enablement;

import java.util.Currency;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.UserTasks;

/** A game of its own for every test whose team has a merchant, its people and the superapp's. */
abstract class EnablementTest extends ApplicationTest {

    static final Username MEI = new Username("mei-of-enablement");
    static final Username HANA = new Username("hana-of-enablement");
    static final Username OLE = new Username("ole-of-enablement");

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Enablements enablements;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    AppId game;

    @BeforeEach
    void aGameWithAMerchant() {
        var team = new TeamId("enablement-team");
        games.registerTeam(team, "Enablement team");
        person(MEI, "Mei Lin", team, Role.ADMINISTRATOR);
        person(HANA, "Hana Sato", null, Role.REVIEW_STAFF);
        person(OLE, "Ole Berg", null, Role.FINANCE_STAFF);
        var merchant = new MerchantId("enablement-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), HANA);
        transaction.executeWithoutResult(it -> merchants.bind(team, merchant));
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, team, "Lantern Drift", true);
    }

    String requested() {
        return transaction.execute(it ->
                enablements.request(game, "Season start is 1 December", MEI).number());
    }

    void decide(String number, Username by, Map<String, Object> values) {
        tasks.complete(tasks.open(number).get(0).id(), by, values);
        runJobs();
    }
}
