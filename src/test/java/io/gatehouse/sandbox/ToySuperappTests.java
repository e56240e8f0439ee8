package io.gatehouse.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.PaymentOpened;
import io.gatehouse.superapp.PaymentOrder;
import io.gatehouse.superapp.PaymentState;
import io.gatehouse.superapp.RefundOrder;
import io.gatehouse.superapp.RefundState;
import io.gatehouse.superapp.SuperappBackend;

import static org.assertj.core.api.Assertions.assertThat;

/** The toy superapp, called by Gatehouse's own payment channel over HTTP. */
class ToySuperappTests extends ApplicationTest {

    private static final AppId GAME = new AppId("wx7f20c4a19be3");

    @Autowired
    private PaymentChannel channel;

    @Autowired
    private SuperappBackend backend;

    @Autowired
    private ToyCashier cashier;

    @Autowired
    private ToyRefunds refunds;

    @Test
    void opensAPaymentOnceAndSaysHowItStands() {

        var opened = channel.open(order("GH-1"));
        var again = channel.open(order("GH-1"));
        var waiting = channel.ask("GH-1");
        cashier.pay(opened.payId());
        var paid = channel.ask("GH-1");

        assertThat(opened.isOpen()).isTrue();
        assertThat(again).isEqualTo(opened);
        assertThat(waiting.trade()).isEqualTo(PaymentState.Trade.WAITING);
        assertThat(paid.trade()).isEqualTo(PaymentState.Trade.PAID);
        assertThat(paid.amount()).isEqualTo(Money.of(198, "USD"));
        assertThat(channel.ask("GH-never").trade()).isEqualTo(PaymentState.Trade.ABSENT);
    }

    @Test
    void refusesAnAmountThatIsNotWhatThePlayerSigned() {

        var honest = order("GH-2");
        var more = new PaymentOrder(
                honest.game(),
                honest.env(),
                honest.orderNo(),
                honest.merchantId(),
                honest.openId(),
                honest.signData(),
                honest.paySig(),
                honest.signature(),
                honest.item(),
                Money.of(999, "USD"));

        assertThat(channel.open(more).outcome()).isEqualTo(PaymentOpened.Outcome.REFUSED);
    }

    @Test
    void paysBackOnceByNumberAndNeverMoreThanWasPaid() {

        cashier.pay(channel.open(order("GH-3")).payId());

        var first = channel.refund(refund("RF-3", "GH-3", 150));
        var repeated = channel.refund(refund("RF-3", "GH-3", 150));
        var tooMuch = channel.refund(refund("RF-4", "GH-3", 49));

        assertThat(first.progress()).isEqualTo(RefundState.Progress.PROCESSING);
        assertThat(repeated.channelNo()).isEqualTo(first.channelNo());
        assertThat(tooMuch.progress()).isEqualTo(RefundState.Progress.FAILED);
        assertThat(refunds.givenBack("GH-3")).isEqualTo(150);
    }

    @Test
    void knowsWhoseALoginCodeIsOnce() {

        var code = cashier.login(ToyPlayer.TAO, GAME.value());
        var asked = Map.of("miniAppId", GAME.value(), "code", code);

        var first = backend.post("/user/checkUser", null, asked);
        var second = backend.post("/user/checkUser", null, asked);

        assertThat(first.text("openId")).isEqualTo(ToyPlayer.TAO.openId(GAME.value()));
        assertThat(second.isDone()).isFalse();
    }

    @Test
    void turnsAwayWhoeverHasNotTheSecretKey() throws Exception {

        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/toy/superapp/payment/virtual/orders/GH-1".formatted(port)))
                .header("TC-Timestamp", String.valueOf(clock.millis()))
                .header("TC-MerchantId", "M-20418")
                .header("TC-Signature", "00112233445566778899aabbccddeeff")
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"returnCode\":\"1003\"");
    }

    private static PaymentOrder order(String orderNo) {
        var signData = """
                {"mode":"goods","buyQuantity":2,"currencyType":"USD","productId":"chest","goodsPrice":99,\
                "outTradeNo":"t-%s","attach":""}""".formatted(orderNo);
        return new PaymentOrder(
                GAME,
                Env.LIVE,
                orderNo,
                "M-20418",
                ToyPlayer.TAO.openId(GAME.value()),
                signData,
                "not looked at",
                "not looked at",
                new PaymentOrder.Item("chest", "Gold chest", null, 2, Money.of(99, "USD")),
                Money.of(198, "USD"));
    }

    private static RefundOrder refund(String refundNo, String orderNo, long amount) {
        return new RefundOrder(GAME, refundNo, orderNo, null, null, Money.of(amount, "USD"), "3");
    }
}
