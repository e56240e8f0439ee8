package io.gatehouse.delivery;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Keeps the occasion of a notification that cannot be signed yet, and so has no form either. */
class Occasions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<Kind, Class<? extends Occasion>> TYPES =
            Map.of(Kind.DELIVERY, GoodsDelivery.class, Kind.REFUND, RefundSucceeded.class);

    private Occasions() {}

    static String write(Occasion occasion) {
        try {
            return JSON.writeValueAsString(occasion);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, numbers and times are always JSON", e);
        }
    }

    static Occasion read(Kind kind, String text) {
        try {
            return JSON.readValue(text, TYPES.get(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept occasion cannot be read", e);
        }
    }
}
