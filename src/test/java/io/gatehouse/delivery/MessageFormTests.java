package io.gatehouse.delivery;

import java.util.Map;

import cn.binarywang.wx.miniapp.bean.WxMaMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.gatehouse.wire.Signatures;

import static io.gatehouse.delivery.Occasional.GAME;
import static io.gatehouse.delivery.Occasional.NOON;
import static io.gatehouse.delivery.Occasional.order;
import static io.gatehouse.delivery.Occasional.refund;
import static org.assertj.core.api.Assertions.assertThat;

/** The message of a mini game or mini program … */
class MessageFormTests {

    private static final String KEY = "12345";
    private static final String AWKWARD = "a<b>&\"c\" ]]> 区服1 \r\n\u0001 \ud83d\ude00";

    private final Bodies bodies = new Bodies(new MovingClock(NOON));
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void tellsItsFormByTheWayItBegins(Form form) {

        assertThat(Form.of(bodies.write(form, order(), KEY, false))).isEqualTo(form);
        assertThat(Form.of(bodies.write(form, refund(), KEY, true))).isEqualTo(form);
        assertThat(Form.of(bodies.write(form, order("testdata", 2), KEY, false)))
                .isEqualTo(form);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "A")
    void isReadByTheSdkOfMiniPrograms(Form form) {

        var message = read(form, order(), false);

        assertThat(message.getMsgType()).isEqualTo("event");
        assertThat(message.getToUser()).isEqualTo(GAME.value());
        assertThat(message.getFromUser()).isEqualTo("gatehouse");
        assertThat(message.getCreateTime()).isEqualTo(NOON.getEpochSecond());
    }

    @ParameterizedTest
    @EnumSource(names = {"C_JSON", "C_XML"})
    void ofAMiniGameCarriesASignedPayloadThatTheSdkHandsOver(Form form) throws JsonProcessingException {

        var message = read(form, order(AWKWARD, 1), false);

        assertThat(message.getEvent()).isEqualTo("minigame_game_pay_goods_deliver_notify");
        var game = fields(message.getAllFieldsMap().get("MiniGame"));
        var payload = String.valueOf(game.get("Payload"));
        assertThat(game)
                .containsEntry("PayEventSig", Signatures.payEventSig(KEY, message.getEvent(), payload))
                .extractingByKey("IsMock")
                .hasToString("false");
        var content = json.readTree(payload);
        assertThat(names(content)).containsExactly("OpenId", "Env", "OutTradeNo", "GoodsInfo", "WeChatPayInfo");
        assertThat(content.at("/GoodsInfo/Attach").textValue()).isEqualTo(AWKWARD);
        assertThat(content.at("/WeChatPayInfo/MchOrderNo").textValue()).isEqualTo("GH1");
        assertThat(content.at("/WeChatPayInfo/TransactionId").textValue()).isEqualTo("4200001");
        assertThat(content.get("Env").isInt()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"C_JSON", "C_XML"})
    void ofAMiniGameNamesTheShopAndSignsUnderThatName(Form form) {

        var message = read(form, order("testdata", 2), false);

        assertThat(message.getEvent()).isEqualTo("minigame_h5_goods_deliver_notify");
        var game = fields(message.getAllFieldsMap().get("MiniGame"));
        assertThat(game)
                .containsEntry(
                        "PayEventSig",
                        Signatures.payEventSig(KEY, message.getEvent(), String.valueOf(game.get("Payload"))));
    }

    @ParameterizedTest
    @EnumSource(names = {"C_JSON", "C_XML"})
    void ofAMiniGameTellsOfARefund(Form form) throws JsonProcessingException {

        var message = read(form, refund(), false);

        assertThat(message.getEvent()).isEqualTo("minigame_pay_refund_succ_notify");
        var game = fields(message.getAllFieldsMap().get("MiniGame"));
        var content = json.readTree(String.valueOf(game.get("Payload")));
        assertThat(names(content))
                .containsExactly(
                        "OpenId", "RefundId", "RefundAmount", "RefundSource", "Env", "OutTradeNo", "WeChatPayInfo");
        assertThat(content.get("RefundAmount").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"D_JSON", "D_XML"})
    void ofAMiniProgramIsFlat(Form form) {

        var message = read(form, order(AWKWARD, 1), false);

        var all = message.getAllFieldsMap();
        assertThat(message.getEvent()).isEqualTo("xpay_goods_deliver_notify");
        assertThat(all.get("OpenId")).isEqualTo("to_user_openid");
        assertThat(all.get("OutTradeNo")).isEqualTo("xxxxxx");
        assertThat(all.get("Env")).hasToString(form.isXml() ? "0" : "0.0");
        assertThat(fields(all.get("WeChatPayInfo")).keySet())
                .containsExactlyInAnyOrder("MchOrderNo", "TransactionId", "PaidTime");
        assertThat(fields(all.get("GoodsInfo")).keySet())
                .containsExactlyInAnyOrder("ProductId", "Quantity", "OrigPrice", "ActualPrice", "Attach");
        var attach = form.isXml() ? AWKWARD.replace('\u0001', '\ufffd').strip() : AWKWARD;
        assertThat(fields(all.get("GoodsInfo")).get("Attach")).isEqualTo(attach);
        assertThat(all).doesNotContainKeys("IsMock", "PayEventSig", "RetryTimes");
    }

    @ParameterizedTest
    @EnumSource(names = {"D_JSON", "D_XML"})
    void ofAMiniProgramTellsOfARefundWithBothSidesNumbers(Form form) {

        var message = read(form, refund(), false);

        assertThat(message.getEvent()).isEqualTo("xpay_refund_notify");
        assertThat(message.getAllFieldsMap())
                .containsEntry("WxRefundId", "REFUND20251028001")
                .containsEntry("MchRefundId", "refund_of_the_game")
                .containsEntry("WxOrderId", "GH1")
                .containsEntry("MchOrderId", "xxxxxx")
                .containsEntry("WxpayRefundTransactionId", "5000001")
                .containsKeys("RefundFee", "RetCode", "RetMsg", "RefundStartTimestamp", "RefundSuccTimestamp");
    }

    @Test
    void marksAMockWhereAReceiverOfThatFormLooksForIt() {

        assertThat(fields(read(Form.C_JSON, order(), true).getAllFieldsMap().get("MiniGame")))
                .containsEntry("IsMock", true);
        assertThat(fields(read(Form.C_XML, order(), true).getAllFieldsMap().get("MiniGame")))
                .containsEntry("IsMock", "true");
        assertThat(read(Form.D_JSON, order(), true).getAllFieldsMap()).containsEntry("IsMock", true);
        assertThat(read(Form.D_XML, order(), true).getAllFieldsMap()).containsEntry("IsMock", "true");
    }

    private WxMaMessage read(Form form, Occasion occasion, boolean mock) {
        var body = bodies.write(form, occasion, KEY, mock);
        return form.isXml() ? WxMaMessage.fromXml(body) : WxMaMessage.fromJson(body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object part) {
        return (Map<String, Object>) part;
    }

    private static Iterable<String> names(JsonNode object) {
        return object::fieldNames;
    }
}
