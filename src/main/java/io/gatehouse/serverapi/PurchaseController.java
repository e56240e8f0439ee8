package io.gatehouse.serverapi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

import io.gatehouse.orders.Orders;
import io.gatehouse.orders.Purchase;
import io.gatehouse.orders.PurchaseRefused;
import io.gatehouse.orders.Purchased;

/** Where the client SDK in the superapp opens a purchase for a player. */
@MachineRoute
class PurchaseController {

    private static final int WRONG_TYPE = -15011;

    private final Orders orders;

    PurchaseController(Orders orders) {
        this.orders = orders;
    }

    @PostMapping("/openserver/virtual-payment/orders")
    Map<String, Object> purchase(HttpServletRequest request) throws IOException {
        var body = body(RawBody.of(request));
        var answer = orders.purchase(new Purchase(
                text(body, "appId"),
                text(body, "session"),
                text(body, "signData"),
                text(body, "paySig"),
                text(body, "signature")));
        if (answer instanceof PurchaseRefused refused) {
            throw new ApiError(refused.errcode(), refused.errmsg());
        }
        var purchased = (Purchased) answer;
        var said = new LinkedHashMap<String, Object>();
        said.put("errcode", 0);
        said.put("errmsg", "ok");
        said.put("orderNo", purchased.orderNo());
        said.put("outTradeNo", purchased.outTradeNo());
        said.put("payId", purchased.payId());
        said.put("amount", purchased.amount().minor());
        said.put("currency", purchased.amount().currency().getCurrencyCode());
        return said;
    }

    private static JsonNode body(String raw) {
        try {
            return JsonBody.parse(raw);
        } catch (JsonBody.NoObject e) {
            throw new ApiError(WRONG_TYPE, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new ApiError(WRONG_TYPE, field + " is not a string");
        }
        return value.textValue();
    }
}
