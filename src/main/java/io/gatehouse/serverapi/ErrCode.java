package io.gatehouse.serverapi;

/** The published error numbers of the server API. */
enum ErrCode {
    SYSTEM(-1),
    INVALID_TOKEN(40001),
    INVALID_GRANT_TYPE(40002),
    INVALID_APPID(40013),
    INVALID_CODE(40029),
    INVALID_URL(40066),
    MISSING_TOKEN(41001),
    MISSING_APPID(41002),
    MISSING_SECRET(41004),
    MISSING_CODE(41008),
    INVALID_SECRET(40125),
    GET_REQUIRED(43001),
    POST_REQUIRED(43002),
    MALFORMED(47001),
    PURCHASE_TYPE(-15011),
    OPENID(268490001),
    PARAMETER(268490002),
    SIGNATURE(268490003),
    BEING_GENERATED(268490011),
    TASK_RUNNING(268490012),
    REFUND_RUNNING(268490014),
    RATE_LIMIT(268490015),
    LEFT_FEE(268490016),
    GAME_SIGNATURE(90010),
    GAME_PAY_SIG(90011),
    GAME_SESSION_KEY(90016),
    GAME_PARAMETER(90018),
    GAME_ORDER_UNKNOWN(90019);

    private final int number;

    ErrCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** @param sentence in English, as the published errors are; names the field */
    ApiError because(String sentence, Object... arguments) {
        return new ApiError(number, sentence.formatted(arguments));
    }
}
