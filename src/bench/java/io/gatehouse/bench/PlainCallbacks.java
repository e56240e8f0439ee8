package io.gatehouse.bench;

import java.nio.charset.StandardCharsets;

/** The same facts in clear and unsigned, for contestants that check nothing. */
final class PlainCallbacks implements Callbacks {

    private static final String BODY = """
            {"transaction_id":"TX%09d","mch_id":"M-20418","out_trade_no":"%s","appid":"wx-bench-%d",\
            "trade_state":"SUCCESS","trade_type":"JSAPI","success_time":"2026-11-23T01:02:03.456Z",\
            "amount":{"total":499,"payer_total":499,"currency":"USD"}}""";

    private final int endpoints;

    PlainCallbacks(int endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public byte[] of(int order) {
        var body = BODY.formatted(order, OrderNumber.of(order), order % endpoints);
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(PATH, body.length(), body))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
