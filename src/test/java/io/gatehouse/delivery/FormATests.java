package io.gatehouse.delivery;

import org.junit.jupiter.api.Test;

import static io.gatehouse.delivery.Occasional.order;
import static io.gatehouse.delivery.Occasional.refund;
import static org.assertj.core.api.Assertions.assertThat;

/** Form A … */
class FormATests {

    private static final String KEY = "12345";
    private final Bodies bodies = new Bodies(new MovingClock(Occasional.NOON));

    @Test
    void writesThePayloadOfTheTestVectorAndItsSignature() {

        var body = bodies.write(Form.A, order(), KEY, false);

        assertThat(body)
                .startsWith(
                        "{\"EventType\":\"event\",\"Event\":\"minigame_game_pay_goods_deliver_notify\",\"PayModel\":\"\",\"Payload\":\"")
                .contains(
                        "{\\\"OpenId\\\":\\\"to_user_openid\\\",\\\"Env\\\":0,\\\"OutTradeNo\\\":\\\"xxxxxx\\\",\\\"GoodsInfo\\\":{\\\"ProductId\\\":\\\"testproductId\\\",\\\"Quantity\\\":1,\\\"ZoneId\\\":\\\"1\\\",\\\"OrigPrice\\\":10,\\\"ActualPrice\\\":10,\\\"Attach\\\":\\\"testdata\\\",\\\"OrderSource\\\":1}}")
                .endsWith("\"PayEventSig\":\"bec7aedbe73631c98ec2d18b80d0463c4e3852a754dbedb1c76c3feb0f78dc67\"}")
                .doesNotContain("IsMock");
    }

    @Test
    void writesTheRefundOfTheTestVector() {

        var body = bodies.write(Form.A, refund(), KEY, false);

        assertThat(body)
                .contains("\"Event\":\"minigame_pay_refund_succ_notify\"")
                .contains("\"PayEventSig\":\"1bb1784a7a26f7c476537d44c5f67f345b7c07a763ab5b392068dcdd3ccedda5\"");
    }

    @Test
    void marksAMockInTheEnvelopeAndNotInThePayload() {

        var body = bodies.write(Form.A, order("testdata", 3), KEY, true);

        assertThat(body).contains("\"IsMock\":true,").contains("\\\"OrderSource\\\":3}}\"");
    }
}
