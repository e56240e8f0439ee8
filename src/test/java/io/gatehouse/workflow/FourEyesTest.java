package io.gatehouse.workflow;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemCode;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.catalogue.Releases;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.exemption.ExemptionRevocations;
import io.gatehouse.exemption.Exemptions;
import io.gatehouse.exemption.RevocationWanted;
import io.gatehouse.exemption.Takedown;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;
import io.gatehouse.refunds.RefundReason;
import io.gatehouse.refunds.RefundRequest;
import io.gatehouse.refunds.RefundSource;
import io.gatehouse.refunds.Refunds;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;

/** Every question that the processes put to the superapp's people, opened, and those who stand on the side of who asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FourEyesTest extends ApplicationTest {

    private static final TeamId TEAM = new TeamId("four-eyes-team");
    private static final MerchantId MERCHANT = new MerchantId("four-eyes-merchant");
    static final String PASSWORD = "secret";
    static final Username SOMEBODY_ELSE = new Username("else-of-four-eyes");
    private static final Username GRANTER = new Username("granter-of-four-eyes");

    /** Every question that superapp staff answers, and the answer that would do something. */
    enum Question {
        BINDING(RequestKind.MERCHANT_BINDING, Map.of("decision", "approve")),
        ENABLEMENT(RequestKind.ENABLEMENT, Map.of("decision", "approve")),
        FAILED_ISSUING(RequestKind.CREDENTIALS, Map.of("decision", "retry")),
        EXEMPTION(RequestKind.EXEMPTION, Map.of("decision", "approve")),
        REVOCATION(RequestKind.REVOCATION, Map.of("decision", "approve")),
        RELEASE(RequestKind.RELEASE, Map.of("decision", "approve")),
        REFUND(RequestKind.REFUND, Map.of("decision", "approve")),
        PAYMENT_OF_A_REFUND(RequestKind.REFUND, Map.of("decision", "approve")),
        UNDELIVERED(RequestKind.UNDELIVERED, Map.of("resolution", "confirm", "note", "The player has it"));

        final RequestKind kind;
        final Map<String, String> answer;

        Question(RequestKind kind, Map<String, String> answer) {
            this.kind = kind;
            this.answer = answer;
        }

        Role answeredBy() {
            return this == PAYMENT_OF_A_REFUND ? Role.FINANCE_STAFF : Role.SUPERAPP_ADMINISTRATOR;
        }

        /** Nobody asks for an undelivered order; it comes about. */
        boolean isAsked() {
            return this != UNDELIVERED;
        }
    }

    /** Those who stand on the side of whoever asks; each of them has the right to decide. */
    enum Asker {
        WHO_ASKED,
        WHO_CHANGED_IT,
        ANOTHER_OF_THE_TEAM,
        THE_OTHER_ACCOUNT_OF_WHO_ASKED;

        Username username() {
            return new Username(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        boolean isOfTheTeam() {
            return this == WHO_ASKED || this == ANOTHER_OF_THE_TEAM;
        }
    }

    @Autowired
    People people;

    @Autowired
    Games games;

    @Autowired
    Merchants merchants;

    @Autowired
    Enablements enablements;

    @Autowired
    Credentials credentials;

    @Autowired
    Exemptions exemptions;

    @Autowired
    ExemptionRevocations revocations;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Releases releases;

    @Autowired
    Refunds refunds;

    @Autowired
    Requests requests;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

    private final Map<Question, String> open = new EnumMap<>(Question.class);
    final Map<Question, AppId> about = new EnumMap<>(Question.class);

    @BeforeAll
    void everybody() {
        games.registerTeam(TEAM, "Four eyes team");
        for (var asker : Asker.values()) {
            register(asker.username(), asker == Asker.THE_OTHER_ACCOUNT_OF_WHO_ASKED ? "WHO-ASKED" : null);
            superapp(asker.username(), Role.SUPERAPP_ADMINISTRATOR);
            if (asker.isOfTheTeam()) {
                team(asker.username());
            }
        }
        register(SOMEBODY_ELSE, null);
        register(GRANTER, null);
        superapp(GRANTER, Role.REVIEW_STAFF);
        merchants.manage(MERCHANT, "Four Eyes Ltd", Currency.getInstance("USD"), GRANTER);
    }

    /** Its number; it is the same until somebody answers it. */
    String opened(Question question) {
        var known = open.get(question);
        if (known == null) {
            known = ask(question);
            open.put(question, known);
            if (question.isAsked()) {
                requests.changedBy(known, Asker.WHO_CHANGED_IT.username());
            }
        }
        return known;
    }

    private String ask(Question question) {
        var asker = Asker.WHO_ASKED.username();
        var game = game(question);
        return switch (question) {
            case BINDING ->
                merchants
                        .requestBinding(TEAM, MERCHANT, "Four Eyes Ltd", "We are paid there", asker)
                        .number();
            case ENABLEMENT -> {
                transaction.executeWithoutResult(it -> merchants.bind(TEAM, MERCHANT));
                yield transaction.execute(it -> enablements
                        .request(game, "Season start is 1 December", asker)
                        .number());
            }
            case FAILED_ISSUING -> {
                credentials.requestFirst(game, asker);
                var number = requests.of(game, RequestKind.CREDENTIALS).get(0).number();
                goTo("ResolveFailedIssuing", "IssueCredential", number);
                yield number;
            }
            case EXEMPTION ->
                exemptions.request(game, "We know the rules", asker).number();
            case REVOCATION -> {
                exempt(game);
                released(game, 21);
                yield revocations
                        .ask(new RevocationWanted(game, "Misleading items", Takedown.ALL, List.of()), asker)
                        .number();
            }
            case RELEASE -> released(game, 1);
            case REFUND -> refund(game, 999, asker);
            case PAYMENT_OF_A_REFUND -> {
                var number = refund(game, 99_900, asker);
                tasks.complete(tasks.open(number).get(0).id(), GRANTER, question.answer);
                runJobs();
                yield number;
            }
            case UNDELIVERED -> {
                var order = order(game, 999, "DELIVERY_FAILED");
                transaction.executeWithoutResult(it -> processes.start("undelivered-item", order, Map.of()));
                goTo("AskSuperapp", "ResolveUndelivered", order);
                yield order;
            }
        };
    }

    private AppId game(Question question) {
        var game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 12));
        games.register(game, TEAM, "Lantern Drift", true);
        if (question != Question.BINDING && merchants.effective(TEAM).isEmpty()) {
            transaction.executeWithoutResult(it -> merchants.bind(TEAM, MERCHANT));
        }
        about.put(question, game);
        return game;
    }

    /** As if the process had come to that step. */
    private void goTo(String step, String from, String number) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        runtime.createProcessInstanceModification(instance.getId())
                .cancelAllForActivity(from)
                .startBeforeActivity(step)
                .execute();
    }

    private void exempt(AppId game) {
        var number = exemptions
                .request(game, "We know the rules", Asker.WHO_ASKED.username())
                .number();
        tasks.complete(tasks.open(number).get(0).id(), GRANTER, Map.of("decision", "approve"));
        runJobs();
    }

    private String released(AppId game, int items) {
        var codes = new ArrayList<ItemCode>();
        IntStream.rangeClosed(1, items).forEach(it -> {
            catalogue.add(game, new ItemEntry("gem_" + it, "Gems", "1.00", ""), picture(), Asker.WHO_ASKED.username());
            codes.add(new ItemCode("gem_" + it));
        });
        var number = releases.ask(game, codes, "Winter season", Asker.WHO_ASKED.username())
                .number();
        runJobs();
        return number;
    }

    private String refund(AppId game, long amount, Username asker) {
        var number = refunds.request(new RefundRequest(
                game,
                order(game, amount, "PAID"),
                null,
                RefundReason.PLAYERS_WISH,
                RefundSource.STAFF,
                "The player called",
                asker.value(),
                null));
        runJobs();
        return number;
    }

    private String order(AppId game, long amount, String state) {
        var orderNo = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var at = Timestamp.from(clock.instant().minus(Duration.ofDays(2)));
        db.sql("""
                insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                    item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                    created_at, transaction_id, paid_at)
                values (?, ?, 0, ?, 'oQx4', 'chest_royal', 'Royal chest', 1, '/chest.png', ?, 1, ?, 'USD', '', '1', ?, ?, ?, ?)
                """)
                .params(orderNo, game.value(), "g-" + orderNo, amount, amount, state)
                .params(at, "C" + orderNo, at)
                .update();
        return orderNo;
    }

    private void register(Username username, @Nullable String mailbox) {
        var address = (mailbox == null ? username.value() : mailbox) + "@example.com";
        people.register(username, username.value(), address, PASSWORD, Locale.ENGLISH);
    }

    /** Past the rule that nobody is on both sides: it is the other wall, and accounts are older than it. */
    void superapp(Username username, Role role) {
        db.sql("""
                insert into membership (username, team, role) values (?, null, ?)
                on conflict (username, team) do update set role = excluded.role
                """).params(username.value(), role.name()).update();
    }

    private void team(Username username) {
        db.sql("insert into membership (username, team, role) values (?, ?, 'ADMINISTRATOR') on conflict do nothing")
                .params(username.value(), TEAM.value())
                .update();
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
