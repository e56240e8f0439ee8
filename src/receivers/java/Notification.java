import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * A message in any form. A and C tell what it is about in a signed text, which A has in the message and C in a part of
 * it; D tells it in the message itself, and the headers alone prove it.
 */
class Notification {

    private static final Set<String> DELIVERIES = Set.of(
            "minigame_game_pay_goods_deliver_notify", // forms A and C
            "minigame_h5_goods_deliver_notify", // form C, bought in the game's shop
            "xpay_goods_deliver_notify"); // form D
    private static final Set<String> REFUNDS = Set.of("minigame_pay_refund_succ_notify", "xpay_refund_notify");

    /** How success is said. */
    private enum Answer {
        RETURN_CODE("application/json", "{\"returnCode\":\"0\",\"returnMessage\":\"%s\",\"deliveries\":%d}"),
        JSON("application/json", "{\"ErrCode\":0,\"ErrMsg\":\"%s\",\"deliveries\":%d}"),
        XML("text/xml", "<xml><ErrCode>0</ErrCode><ErrMsg>%s</ErrMsg><deliveries>%d</deliveries></xml>");

        private final String type;
        private final String pattern;

        Answer(String type, String pattern) {
            this.type = type;
            this.pattern = pattern;
        }
    }

    private final Answer answer;
    private final String event;
    private final Map<String, Object> part;
    private final Map<String, Object> content;

    private Notification(Answer answer, String event, Map<String, Object> part, Map<String, Object> content) {
        this.answer = answer;
        this.event = event;
        this.part = part;
        this.content = content;
    }

    /** @throws Refused for what is no notification */
    static Notification open(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var isXml = text.startsWith("<");
        var message = isXml ? Xml.object(text) : Json.object(text);
        var json = message.containsKey("EventType") ? Answer.RETURN_CODE : Answer.JSON;
        var event = text(message, "Event");
        var part = part(message);
        var content = event.startsWith("xpay_") ? message : Json.object(text(part, "Payload"));
        return new Notification(isXml ? Answer.XML : json, event, part, content);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> message) {
        return message.get("MiniGame") instanceof Map<?, ?> part ? (Map<String, Object>) part : message;
    }

    private static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new Refused(400, "this is no notification");
    }

    /** Form D has no signature inside. */
    void check(Keys keys) {
        if (content != part) {
            var env = String.valueOf(content.get("Env"));
            keys.checkPayload(env, event, text(part, "Payload"), text(part, "PayEventSig"));
        }
    }

    boolean isMock() {
        return "true".equals(String.valueOf(part.get("IsMock")));
    }

    boolean isDelivery() {
        return DELIVERIES.contains(event);
    }

    boolean isRefund() {
        return REFUNDS.contains(event);
    }

    String order() {
        return text(content, content.containsKey("OutTradeNo") ? "OutTradeNo" : "MchOrderId");
    }

    String refund() {
        return text(content, content.containsKey("RefundId") ? "RefundId" : "WxRefundId");
    }

    String contentType() {
        return answer.type;
    }

    /** What to say, and how often the order was handed out. */
    String success(String message, int deliveries) {
        return answer.pattern.formatted(message, deliveries);
    }
}
