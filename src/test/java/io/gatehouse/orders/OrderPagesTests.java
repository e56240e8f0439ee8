package io.gatehouse.orders;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.PageForm;
import io.gatehouse.core.AppId;
import io.gatehouse.delivery.Kind;
import io.gatehouse.delivery.NotificationsSettled;
import io.gatehouse.delivery.Settled;
import io.gatehouse.sandbox.Visitor;
import io.gatehouse.workflow.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** The order pages … */
class OrderPagesTests extends OrderTest {

    private static final String ORDERS = "/virtual-payment/orders";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void theGameOfTheSamplePeople() {
        game = new AppId("wx7f20c4a19be3");
    }

    @Test
    void listWhatWasPaidAndSayWhenThereIsNothing() throws Exception {

        paid(number("list"));
        var mei = Visitor.signedIn(port, "administrator");

        var found = mei.get(ORDERS + "?game=" + game + "&number=" + number("list"));
        var nothing = mei.get(ORDERS + "?game=" + game + "&player=nobody");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Royal chest", number("list"), "USD 9.99", "Paid");
        assertThat(nothing.body()).contains("No order in these days");
    }

    @Test
    void findANumberOfLastMonthThroughTheFormThatShowsTheLastSevenDays() throws Exception {

        var orderNo = paidAgo(number("month"), Duration.ofDays(30));
        var mei = Visitor.signedIn(port, "administrator");
        var list = mei.get(ORDERS + "?game=" + game).body();

        var found = mei.get(PageForm.of(list, ORDERS)
                        .type("number", number("month"))
                        .address())
                .body();

        assertThat(list).doesNotContain(orderNo);
        assertThat(found).contains(ORDERS + "/" + orderNo);
        assertThat(PageForm.of(found, ORDERS).fields())
                .containsEntry("from", "")
                .containsEntry("to", "");
    }

    @Test
    void keepTheDaysThatWereTyped() throws Exception {

        var orderNo = paidAgo(number("typed"), Duration.ofDays(30));
        var mei = Visitor.signedIn(port, "administrator");
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var form = PageForm.of(mei.get(ORDERS + "?game=" + game).body(), ORDERS)
                .type("number", number("typed"))
                .type("from", yesterday.toString());

        var nothing = mei.get(form.address()).body();

        assertThat(nothing).contains("No order in these days").doesNotContain(orderNo);
        assertThat(PageForm.of(nothing, ORDERS).fields()).containsEntry("from", yesterday.toString());
    }

    @Test
    void refuseWhatIsOlderThanTwelveMonths() throws Exception {

        var old = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(13);
        var mei = Visitor.signedIn(port, "administrator");

        var page = mei.get(ORDERS + "?game=" + game + "&from=" + old);

        assertThat(page.body()).contains("last 12 months", "Nothing was searched", old.toString());
    }

    @Test
    void tellTheWholeStoryOfAnOrder() throws Exception {

        var orderNo = paid(number("story"));
        var mei = Visitor.signedIn(port, "administrator");

        var page = mei.get(ORDERS + "/" + orderNo + "?game=" + game);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        orderNo, "What happens next", "Purchase opened", "As sold", "slot=3", "chest_royal, version 1");
    }

    @Test
    void speakChinese() throws Exception {

        var orderNo = paid(number("zh"));
        var mei = Visitor.signedIn(port, "administrator");

        var list = mei.get(ORDERS + "?game=" + game + "&lang=zh");
        var page = mei.get(ORDERS + "/" + orderNo + "?game=" + game + "&lang=zh");

        assertThat(list.body()).contains("订单记录");
        assertThat(page.body()).contains("接下来", "售出时的道具");
    }

    @Test
    void putTheQuestionToTheTeamAndTakeItsAnswer() throws Exception {

        var orderNo = undelivered(number("resolve"));
        var mei = Visitor.signedIn(port, "administrator");
        var page = ORDERS + "/" + orderNo + "?game=" + game;

        var refused = mei.post(page, ORDERS + "/" + orderNo + "/resolution", Map.of("resolution", "confirm"));
        var taken = mei.post(
                page,
                ORDERS + "/" + orderNo + "/resolution",
                Map.of("resolution", "confirm", "note", "The player has shown it"));

        assertThat(refused.body()).contains("write down the evidence");
        assertThat(taken.body()).contains("is recorded", "Delivered");
        assertThat(get(orderNo).settledBy()).isEqualTo("administrator");
    }

    @Test
    void leadToTheQuestionInsteadOfConfirmingPastIt() throws Exception {

        var orderNo = undelivered(number("past"));
        var page = ORDERS + "/" + orderNo;

        for (var name : List.of("administrator", "superapp-admin")) {
            var refused = Visitor.signedIn(port, name)
                    .post(page + "?game=" + game, page + "/confirmation", Map.of("game", game.value()));
            assertThat(refused.statusCode()).as(name).isEqualTo(409);
            assertThat(refused.body())
                    .as(name)
                    .contains("People are asked to decide on order " + orderNo, "What happens next");
        }

        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERY_FAILED);
        assertThat(orders.caseOf(orderNo))
                .get()
                .satisfies(it -> assertThat(it.awaitingDecision()).isTrue());
    }

    @Test
    void confirmADeliveryThatNobodyIsAskedAbout() throws Exception {

        var orderNo = paid(number("confirm"));
        var page = ORDERS + "/" + orderNo;
        var mei = Visitor.signedIn(port, "administrator");

        var taken = mei.post(page + "?game=" + game, page + "/confirmation", Map.of("game", game.value()));

        assertThat(taken.body()).contains("is recorded as delivered");
        assertThat(get(orderNo).settledBy()).isEqualTo("administrator");
    }

    @Test
    void showOthersTheStateAndNoQuestion() throws Exception {

        var orderNo = undelivered(number("look"));

        for (var name : List.of("operator", "super-admin", "finance", "auditor")) {
            var page = Visitor.signedIn(port, name).get(ORDERS + "/" + orderNo + "?game=" + game);
            assertThat(page.statusCode()).as(name).isEqualTo(200);
            assertThat(page.body()).as(name).contains("Undelivered").doesNotContain("/resolution\"", "/resending\"");
        }
    }

    @Test
    void sayOfAnAttemptWithoutAConnectionThatNothingWasSent() throws Exception {

        var orderNo = paid(number("unsent"));
        tried(orderNo, "NAME_NOT_RESOLVED", null);
        tried(orderNo, "TIMEOUT", "203.0.113.7");
        var mei = Visitor.signedIn(port, "administrator");

        var page = mei.get(ORDERS + "/" + orderNo + "?game=" + game);

        assertThat(page.body())
                .contains("Not sent", "No answer")
                .containsOnlyOnce("Nothing was sent. The host name does not resolve.")
                .containsOnlyOnce("webhook-id: msg_");
    }

    private void tried(String orderNo, String diagnosis, @Nullable String address) {
        var notification = UUID.randomUUID();
        db.sql("insert into notification_body (notification, body) values (?, ?)")
                .params(notification, "{\"Event\":\"minigame_game_pay_goods_deliver_notify\"}")
                .update();
        db.sql("""
                        insert into delivery_attempt (notification, number, kind, mock, game, env, order_no, url, address, at,
                                                      millis, status, outcome, diagnosis, detail, reply)
                        values (?, 1, 'DELIVERY', false, ?, 0, ?, 'https://pay.example/deliver', ?, now(), 12, 0, 'UNREACHABLE',
                                ?, '', '')
                        """)
                .params(notification, game.value(), orderNo, address, diagnosis)
                .update();
    }

    @Test
    void hideTheOrdersOfAnotherTeam() throws Exception {

        var orderNo = paid(number("hidden"));
        var yuki = Visitor.signedIn(port, "administrator-2");

        assertThat(yuki.get(ORDERS + "?game=" + game).statusCode()).isEqualTo(404);
        assertThat(yuki.get(ORDERS + "/" + orderNo + "?game=wx2e6b90f4c8d1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void sendANotificationAgain() throws Exception {

        var orderNo = paid(number("again"));
        var arjun = Visitor.signedIn(port, "senior-developer");

        var page =
                arjun.post(ORDERS + "/" + orderNo + "?game=" + game, ORDERS + "/" + orderNo + "/resending", Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(get(orderNo).state()).isEqualTo(OrderState.DELIVERING);
    }

    private String undelivered(String outTradeNo) {
        var orderNo = paid(outTradeNo);
        var outcome = new Settled("n-1", Kind.DELIVERY, game, orderNo, null, false, 16, clock.instant());
        transaction.executeWithoutResult(it -> {
            events.publishEvent(new NotificationsSettled(List.of(outcome)));
            processes.start("undelivered-item", orderNo, Map.of());
        });
        return orderNo;
    }

    private static String number(String name) {
        return "page-" + name;
    }
}
