package io.gatehouse.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The head of the messages that mini games and mini programs receive. */
class Message {

    private static final String SENDER = "gatehouse";

    private Message() {}

    /** What kind it is comes first: by that a body tells its form. */
    static Map<String, Object> of(Occasion occasion, String event, Seal seal) {
        var message = new LinkedHashMap<String, Object>();
        message.put("MsgType", "event");
        message.put("Event", event);
        message.put("ToUserName", occasion.game().value());
        message.put("FromUserName", SENDER);
        message.put("CreateTime", seal.at().getEpochSecond());
        return message;
    }
}
