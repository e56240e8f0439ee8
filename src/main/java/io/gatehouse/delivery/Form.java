package io.gatehouse.delivery;

import java.util.Arrays;

/**
 * The forms of a notification's body that a game can choose from. Bytes that went out once go out again whatever is
 * chosen meanwhile; so a body tells its own form, by the way it begins.
 */
public enum Form {
    /** An envelope with the payload as a JSON text inside. */
    A("{\"EventType\":", false, "{\"returnCode\":\"0\"}"),

    /** The message of a mini game; its payload is a signed JSON text in either notation. */
    C_JSON("{\"MsgType\":\"event\",\"Event\":\"minigame_", false, "{\"ErrCode\":0,\"ErrMsg\":\"Success\"}"),
    C_XML(
            "<xml><MsgType>event</MsgType><Event>minigame_",
            true,
            "<xml><ErrCode>0</ErrCode><ErrMsg>Success</ErrMsg></xml>"),

    /** The flat message of a mini program. */
    D_JSON("{\"MsgType\":\"event\",\"Event\":\"xpay_", false, "{\"ErrCode\":0,\"ErrMsg\":\"success\"}"),
    D_XML("<xml><MsgType>event</MsgType><Event>xpay_", true, "<xml><ErrCode>0</ErrCode><ErrMsg>success</ErrMsg></xml>");

    private final String beginning;
    private final boolean xml;
    private final String success;

    Form(String beginning, boolean xml, String success) {
        this.beginning = beginning;
        this.xml = xml;
        this.success = success;
    }

    /** The form of a body that was sent; A if it is none of ours, as somebody's experiment may be. */
    static Form of(String body) {
        return Arrays.stream(values())
                .filter(it -> body.startsWith(it.beginning))
                .findFirst()
                .orElse(A);
    }

    boolean isXml() {
        return xml;
    }

    /** The content type of what goes out. */
    public String contentType() {
        return xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";
    }

    /** What may come back. */
    String accept() {
        return xml ? "text/xml, application/json" : "application/json";
    }

    /** An answer that counts as success. */
    public String success() {
        return success;
    }

    /** The field of the answer that says how it went. */
    public String codeField() {
        return this == A ? "returnCode" : "ErrCode";
    }
}
