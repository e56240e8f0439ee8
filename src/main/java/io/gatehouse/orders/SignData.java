package io.gatehouse.orders;

import java.io.IOException;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.gatehouse.core.Env;
import io.gatehouse.core.StorableText;

/**
 * The members of a purchase's {@code signData}.
 *
 * @param goodsPrice the price of one, in minor units
 */
record SignData(
        int buyQuantity,
        String currencyType,
        String productId,
        long goodsPrice,
        String outTradeNo,
        String attach,
        Env env,
        String zoneId) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern OUT_TRADE_NO = Pattern.compile("(?!_)[0-9A-Za-z_\\-|*@]{1,32}");
    private static final int MOST_PIECES = 9999;
    private static final int LONGEST_ATTACH = 256;
    private static final int LONGEST_ZONE = 64;
    private static final String DEFAULT_ZONE = "1";

    private static final String[] TEXTS = {
        "mode", "currencyType", "productId", "outTradeNo", "attach", "platform", "zoneId"
    };
    private static final String[] NUMBERS = {"buyQuantity", "goodsPrice", "env"};
    private static final String[] REQUIRED = {
        "mode", "buyQuantity", "currencyType", "productId", "goodsPrice", "outTradeNo"
    };

    /** Reads the text that was signed. @throws RefusedPurchase for what is no JSON or has a member of a wrong type */
    static JsonNode parse(String text) {
        var json = object(text);
        for (var name : TEXTS) {
            requireType(name, json.path(name), json.path(name).isTextual(), "a string");
        }
        for (var name : NUMBERS) {
            var number = json.path(name);
            requireType(name, number, number.isIntegralNumber() && number.canConvertToLong(), "an integer");
        }
        return json;
    }

    /** @throws RefusedPurchase naming the first member that is missing, else the first that is invalid */
    static SignData of(JsonNode json) {
        for (var name : REQUIRED) {
            if (isAbsent(json.path(name))
                    || json.path(name).isTextual()
                            && json.path(name).textValue().isEmpty()) {
                throw new RefusedPurchase(PurchaseFault.MISSING_PARAMETER, "signData.%s is missing", name);
            }
        }
        return check(json);
    }

    private static SignData check(JsonNode json) {
        require("goods".equals(json.path("mode").textValue()), "signData.mode must be goods");
        for (var name : TEXTS) {
            require(
                    StorableText.isStorable(json.path(name).asText("")),
                    "signData." + name + " has the character U+0000 or half of a surrogate pair");
        }
        var quantity = json.path("buyQuantity").longValue();
        require(quantity >= 1 && quantity <= MOST_PIECES, "signData.buyQuantity must be 1 to 9999");
        var attach = json.path("attach").asText("");
        require(length(attach) <= LONGEST_ATTACH, "signData.attach has more than 256 characters");
        var outTradeNo = json.path("outTradeNo").textValue();
        require(
                OUT_TRADE_NO.matcher(outTradeNo).matches(),
                "signData.outTradeNo must be 1 to 32 of 0-9 A-Z a-z _ - | * @ and must not start with _");
        var env = json.path("env").asLong(0);
        require(env == 0 || env == 1, "signData.env must be 0 or 1");
        var zone = json.path("zoneId").asText(DEFAULT_ZONE);
        require(length(zone) <= LONGEST_ZONE, "signData.zoneId has more than 64 characters");
        return new SignData(
                (int) quantity,
                json.path("currencyType").textValue(),
                json.path("productId").textValue(),
                json.path("goodsPrice").longValue(),
                outTradeNo,
                attach,
                Env.of((int) env),
                zone);
    }

    private static JsonNode object(String text) {
        try {
            var json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new RefusedPurchase(PurchaseFault.DATA_TYPE, "signData is not JSON");
        }
        throw new RefusedPurchase(PurchaseFault.DATA_TYPE, "signData is not a JSON object");
    }

    private static void requireType(String name, JsonNode value, boolean fits, String type) {
        if (!isAbsent(value) && !fits) {
            throw new RefusedPurchase(PurchaseFault.DATA_TYPE, "signData.%s is not %s", name, type);
        }
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new RefusedPurchase(PurchaseFault.INVALID_PARAMETER, sentence);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
