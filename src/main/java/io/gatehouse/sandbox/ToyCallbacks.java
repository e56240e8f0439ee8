package io.gatehouse.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How the toy superapp tells Gatehouse something: signed, encrypted, and again until it is accepted or refused. What has
 * not been accepted stays in the table, so a restart on either side loses nothing.
 */
@Component
@Profile("sandbox")
class ToyCallbacks {

    static final String PAID = "/payment/super-app/transactions/callback";
    static final String REFUND_WANTED = "/payment/super-app/refunds/request";
    static final String REFUNDED = "/payment/super-app/refunds/callback";

    private final ToyWire wire;
    private final ToySettings settings;
    private final ToyPayments payments;
    private final ToyRefunds refunds;
    private final ObjectMapper json;
    private final Clock clock;

    ToyCallbacks(
            ToyWire wire,
            ToySettings settings,
            ToyPayments payments,
            ToyRefunds refunds,
            ObjectMapper json,
            Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.payments = payments;
        this.refunds = refunds;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void tellWhatWaits() {
        var now = clock.instant();
        payments.toTell(now).forEach(this::tell);
        refunds.wishesToTell(now).forEach(this::tell);
        refunds.toTell(now).forEach(this::tell);
    }

    ToyWire.Answer tell(ToyPayment payment) {
        var answer = send(PAID, "TRANSACTION.SUCCESS", "transaction", payment.outTradeNo(), payment, resource(payment));
        payments.told(payment.payId(), verdict(answer), again(payment.tellings()), shortened(answer));
        return answer;
    }

    private void tell(ToyRefund.Wish wish) {
        payments.find(wish.orderNo()).ifPresent(payment -> {
            var answer = send(
                    REFUND_WANTED, "REFUND.REQUEST", "refund", payment.outTradeNo(), payment, resource(payment, wish));
            refunds.wishTold(wish.wishNo(), verdict(answer), again(wish.tellings()), shortened(answer));
        });
    }

    private void tell(ToyRefund refund) {
        payments.find(refund.orderNo()).ifPresent(payment -> {
            var finished = Objects.requireNonNullElseGet(refund.finishedAt(), clock::instant);
            refunds.finish(refund.refundNo(), finished);
            var answer = send(
                    REFUNDED,
                    "REFUND.SUCCESS",
                    "refund",
                    payment.outTradeNo(),
                    payment,
                    resource(payment, refund, finished));
            refunds.told(refund.refundNo(), verdict(answer), again(refund.tellings()), shortened(answer));
        });
    }

    /** What a payment callback says, before it is encrypted. */
    static Map<String, Object> resource(ToyPayment payment) {
        var clear = new LinkedHashMap<String, Object>();
        clear.put("transaction_id", String.valueOf(payment.transactionId()));
        clear.put("mch_id", payment.merchantId());
        clear.put("out_trade_no", payment.outTradeNo());
        clear.put("platform_order_no", payment.orderNo());
        clear.put("appid", payment.appId());
        clear.put("trade_state", "SUCCESS");
        clear.put("trade_type", "JSAPI");
        clear.put("bank_type", "OTHERS");
        clear.put("success_time", String.valueOf(payment.paidAt()));
        clear.put("attach", payment.attach());
        clear.put("payer", Map.of("openid", payment.openId()));
        clear.put(
                "amount",
                Map.of(
                        "total", payment.amount(),
                        "payer_total", payment.amount(),
                        "currency", payment.currency(),
                        "payer_currency", payment.currency()));
        return clear;
    }

    /** What the request of a refund says, before it is encrypted. */
    static Map<String, Object> resource(ToyPayment payment, ToyRefund.Wish wish) {
        return Map.of(
                "request_no", wish.wishNo(),
                "appid", payment.appId(),
                "out_trade_no", payment.outTradeNo(),
                "platform_order_no", payment.orderNo(),
                "transaction_id", String.valueOf(payment.transactionId()),
                "payer", Map.of("openid", payment.openId()),
                "amount", Map.of("refund", wish.amount(), "currency", payment.currency()),
                "reason", "3",
                "message", wish.reason(),
                "initiated_at", wish.askedAt().toString());
    }

    /** What the callback about money that was paid back says, before it is encrypted. */
    static Map<String, Object> resource(ToyPayment payment, ToyRefund refund, Instant finished) {
        return Map.of(
                "refund_no", refund.refundNo(),
                "superapp_refund_no", refund.channelNo(),
                "appid", payment.appId(),
                "out_trade_no", payment.outTradeNo(),
                "platform_order_no", payment.orderNo(),
                "transaction_id", String.valueOf(payment.transactionId()),
                "amount", Map.of("refund", refund.amount(), "currency", refund.currency()),
                "status", "SUCCESS",
                "initiated_at", refund.askedAt().toString(),
                "finished_at", finished.toString());
    }

    private ToyWire.Answer send(
            String path, String event, String type, String outTradeNo, ToyPayment payment, Map<String, Object> clear) {
        var nonce = ToyCrypto.random(12);
        var body = text(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "create_time",
                clock.instant().toString(),
                "event_type",
                event,
                "resource_type",
                "encrypt-resource",
                "summary",
                event,
                "resource",
                Map.of(
                        "algorithm", "AEAD_AES_256_GCM",
                        "ciphertext", ToyCrypto.encrypt(settings.aesKey(), nonce, type, text(clear)),
                        "nonce", nonce,
                        "associated_data", type,
                        "original_type", type)));
        var timestamp = String.valueOf(clock.millis());
        var signedNonce = ToyCrypto.random(32);
        return wire.post(
                path,
                body,
                Map.of(
                        "TC-Callback-Serial",
                        "sandbox-1",
                        "TC-Timestamp",
                        timestamp,
                        "TC-Signature",
                        ToyCrypto.tcSignature(settings.secretKey(), timestamp),
                        "TC-Callback-Nonce",
                        signedNonce,
                        "TC-Callback-OutTradeNo",
                        outTradeNo,
                        "TC-Callback-Signature",
                        ToyCrypto.sign(settings.signingKey(), timestamp + "\n" + signedNonce + "\n" + body + "\n"),
                        "TC-ApplicationID",
                        settings.applicationId(),
                        "TC-MerchantID",
                        payment.merchantId()));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refusal is final; no answer, or an answer that asks for patience, is not. */
    private static String verdict(ToyWire.Answer answer) {
        if (answer.accepted()) {
            return "YES";
        }
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 429 ? "REFUSED" : "NO";
    }

    private Instant again(int tellings) {
        return clock.instant().plus(Duration.ofSeconds(Math.min(60, 2L << Math.min(tellings, 5))));
    }

    private static String shortened(ToyWire.Answer answer) {
        var text = answer.status() + " " + answer.body();
        return text.length() <= 1000 ? text : text.substring(0, 1000);
    }
}
