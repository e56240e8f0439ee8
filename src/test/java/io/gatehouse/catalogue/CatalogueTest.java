package io.gatehouse.catalogue;

import java.awt.Color;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A game of a team with a merchant, its people, and two reviewers. */
abstract class CatalogueTest extends ApplicationTest {

    static final Username MEI = new Username("mei-of-catalogue");
    static final Username LUCIA = new Username("lucia-of-catalogue");
    static final Username HANA = new Username("hana-of-catalogue");
    static final Username LEO = new Username("leo-of-catalogue");
    static final Username DANA = new Username("dana-of-catalogue");

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Releases releases;

    @Autowired
    ReleaseReviews reviews;

    @Autowired
    Exemptions exemptions;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    History history;

    AppId game;

    @BeforeEach
    void aGameWithAMerchant() {
        var team = new TeamId("catalogue-team");
        games.registerTeam(team, "Catalogue team");
        person(MEI, "Mei Lin", team, Role.ADMINISTRATOR);
        person(LUCIA, "Lucía Vega", team, Role.DEVELOPER);
        person(HANA, "Hana Sato", null, Role.REVIEW_STAFF);
        person(LEO, "Leo Martins", null, Role.REVIEW_STAFF);
        person(DANA, "Dana Weiss", null, Role.SUPERAPP_ADMINISTRATOR);
        var merchant = new MerchantId("catalogue-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), DANA);
        if (merchants.effective(team).isEmpty()) {
            merchants.takeOver(team, merchant, DANA);
        }
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 8));
        games.register(game, team, "Lantern Drift", true);
    }

    void add(String code, String price) {
        catalogue.add(game, new ItemEntry(code, "Gems", price, ""), CatalogueFixtures.png(Color.RED), MEI);
    }

    void edit(String code, String price) {
        catalogue.edit(game, new ItemEntry(code, "Gems", price, ""), null, MEI);
    }

    String ask(String... codes) {
        var number = releases.ask(game, codes(codes), "Winter season", MEI).number();
        runJobs();
        return number;
    }

    void release(String code, String price) {
        add(code, price);
        decide(ask(code), HANA, Map.of("decision", "approve"));
    }

    void exempt() {
        var number = exemptions.request(game, "We know the rules", MEI).number();
        decide(number, HANA, Map.of("decision", "approve"));
    }

    void decide(String number, Username by, Map<String, Object> values) {
        tasks.complete(tasks.open(number).get(0).id(), by, values);
        runJobs();
    }

    long review(String number, Username by, Map<String, Verdict> verdicts) {
        var left = reviews.decide(number, verdicts, by);
        runJobs();
        return left;
    }

    String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }

    static List<ItemCode> codes(String... codes) {
        return Stream.of(codes).map(ItemCode::new).toList();
    }

    static void refuses(String code, Runnable act) {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(act::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
