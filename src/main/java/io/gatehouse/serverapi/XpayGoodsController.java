package io.gatehouse.serverapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.web.bind.annotation.PostMapping;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.GoodsStatus;
import io.gatehouse.catalogue.GoodsUpload;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;

/** The calls about items that existing SDKs make. Publishing is asking for release: people decide. */
@MachineRoute
class XpayGoodsController {

    private static final int MOST_ITEMS = 100;
    private static final int BEING_DECIDED = 0;
    private static final int DONE = 2;

    private final Catalogue catalogue;
    private final AppSecrets secrets;
    private final Sentences sentences;

    XpayGoodsController(Catalogue catalogue, AppSecrets secrets, Sentences sentences) {
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.sentences = sentences;
    }

    @PostMapping("/xpay/start_upload_goods")
    Map<String, Object> startUploadGoods(ServerCall call) {
        var uploads = items(call, "upload_item").stream()
                .map(XpayGoodsController::upload)
                .toList();
        return done(() -> catalogue.upload(call.game(), uploads, secrets.keeper(call.game())));
    }

    @PostMapping("/xpay/query_upload_goods")
    Map<String, Object> queryUploadGoods(ServerCall call) {
        var states = catalogue.uploads(call.game());
        return XpayController.ok(Map.of(
                "upload_item",
                        states.stream().map(XpayGoodsController::uploaded).toList(),
                "status", task(states)));
    }

    @PostMapping("/xpay/start_publish_goods")
    Map<String, Object> startPublishGoods(ServerCall call) {
        var ids = items(call, "publish_item").stream()
                .map(it -> it.path("id").textValue())
                .toList();
        return done(() -> catalogue.publish(call.game(), ids, secrets.keeper(call.game())));
    }

    @PostMapping("/xpay/query_publish_goods")
    Map<String, Object> queryPublishGoods(ServerCall call) {
        var states = catalogue.publications(call.game());
        return XpayController.ok(Map.of(
                "publish_item",
                        states.stream().map(XpayGoodsController::published).toList(),
                "status", task(states)));
    }

    private Map<String, Object> done(Runnable act) {
        try {
            act.run();
        } catch (Refusal e) {
            throw ErrCode.PARAMETER.because("%s", sentences.of(e, Locale.ENGLISH));
        }
        return XpayController.ok(Map.of());
    }

    private static List<JsonNode> items(ServerCall call, String field) {
        var list = call.body().path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ITEMS) {
            throw ErrCode.PARAMETER.because("%s is not a list of 1 to %d items", field, MOST_ITEMS);
        }
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        if (!items.stream().allMatch(it -> it.path("id").isTextual())) {
            throw ErrCode.PARAMETER.because("%s.id is missing or not a string", field);
        }
        return items;
    }

    private static GoodsUpload upload(JsonNode item) {
        var price = item.path("price");
        if (!price.isIntegralNumber() || !price.canConvertToLong()) {
            throw ErrCode.PARAMETER.because("upload_item.price is missing or not an integer");
        }
        return new GoodsUpload(
                text(item, "id"), text(item, "name"), price.longValue(), text(item, "remark"), text(item, "item_url"));
    }

    private static String text(JsonNode item, String field) {
        var text = item.path(field).asText("");
        if (text.length() > 1024) {
            throw ErrCode.PARAMETER.because("upload_item.%s is longer than 1024 characters", field);
        }
        return text;
    }

    private static Map<String, Object> uploaded(GoodsStatus state) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", state.item().id());
        shown.put("name", state.item().name());
        shown.put("price", state.item().price());
        shown.put("remark", state.item().remark());
        shown.put("item_url", state.item().imageUrl());
        shown.put("upload_status", state.status());
        shown.put("errmsg", state.message());
        return shown;
    }

    private static Map<String, Object> published(GoodsStatus state) {
        return Map.of(
                "id", state.item().id(),
                "publish_status", state.status(),
                "errmsg", state.message());
    }

    /** Of the whole task: 0 there was none, 1 not all is decided, 2 over and not all well, 3 all well. */
    private static int task(List<GoodsStatus> states) {
        if (states.isEmpty()) {
            return 0;
        }
        if (states.stream().anyMatch(it -> it.status() == BEING_DECIDED)) {
            return 1;
        }
        return states.stream().allMatch(it -> it.status() == DONE) ? 3 : 2;
    }
}
