package io.gatehouse.conformance;

import java.time.Clock;
import java.util.regex.Pattern;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.RefundSucceeded;
import io.gatehouse.delivery.TestEndpoint;

/** Writes the notifications of a run: real in every byte, about orders that do not exist. */
class Letters {

    private static final Pattern SIGNATURE = Pattern.compile("(\"PayEventSig\":\"|<PayEventSig>)[0-9a-f]+");
    private static final Pattern END = Pattern.compile("(}|</xml>)$");
    private static final String ABOUT_NOTHING = "conformance";
    private static final long PRICE = 100;
    private static final int TEST_ORDER = 3;
    private static final int BY_API = 3;

    private final TestEndpoint endpoint;
    private final AppId game;
    private final Form form;
    private final Wish wish;
    private final Clock clock;

    Letters(TestEndpoint endpoint, AppId game, Form form, Wish wish, Clock clock) {
        this.endpoint = endpoint;
        this.game = game;
        this.form = form;
        this.wish = wish;
        this.clock = clock;
    }

    String delivery(String outTradeNo, String attach, AppKey key) {
        var order = new GoodsDelivery(
                game,
                Env.SANDBOX,
                ABOUT_NOTHING,
                player(),
                outTradeNo,
                wish.isMock() ? "mock_item" : wish.item(),
                1,
                "1",
                PRICE,
                PRICE,
                attach,
                TEST_ORDER,
                "",
                ABOUT_NOTHING,
                clock.instant());
        return endpoint.body(form, order, key, wish.isMock());
    }

    String refund(String outTradeNo, AppKey key) {
        var refundNo = Randoms.outTradeNo();
        var now = clock.instant();
        var refund = new RefundSucceeded(
                game,
                Env.SANDBOX,
                ABOUT_NOTHING,
                player(),
                refundNo,
                refundNo,
                PRICE,
                BY_API,
                outTradeNo,
                ABOUT_NOTHING,
                ABOUT_NOTHING,
                now,
                now);
        return endpoint.body(form, refund, key, wish.isMock());
    }

    private String player() {
        return wish.isMock() ? "mock_open_id" : wish.player();
    }

    static String withoutSignature(String body) {
        return SIGNATURE.matcher(body).replaceAll("$1");
    }

    /** The last character of the order number is another one; nothing else differs. */
    static String withAChangedByte(String body, String outTradeNo) {
        var last = outTradeNo.charAt(outTradeNo.length() - 1);
        var changed = outTradeNo.substring(0, outTradeNo.length() - 1) + (last == '0' ? '1' : '0');
        return body.replace(outTradeNo, changed);
    }

    /** With a field that a later version of the protocol may bring. */
    static String withAnUnknownField(String body) {
        var field = body.startsWith("{") ? ",\"AddedLater\":\"1\"" : "<AddedLater>1</AddedLater>";
        return END.matcher(body).replaceFirst(field + "$1");
    }

    /** As long as a game may hand it through, with what is escaped on the way. */
    static String largeAttach() {
        var text = "slot=3;\"shard\"='eu/2'\\&<b>宝箱</b>;";
        return text.repeat(256 / text.length() + 1).substring(0, 256);
    }
}
