package io.gatehouse.conformance;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.gatehouse.delivery.Form;

import static org.assertj.core.api.Assertions.assertThat;

/** The published schemas of JSON … */
class JsonSchemasTests extends SchemaTest {

    @ParameterizedTest
    @EnumSource(names = {"A", "C_JSON", "D_JSON"})
    void describeEverythingThatIsSentAsJson(Form form) throws JsonProcessingException {

        for (var mock : List.of(true, false)) {
            assertThat(faults(form, "delivery", delivery(form, mock))).isEmpty();
            assertThat(faults(form, "refund", refund(form, mock))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "C_JSON", "D_JSON"})
    void doNotDescribeWhatLacksAField(Form form) throws JsonProcessingException {

        for (var body : List.of(delivery(form, false), refund(form, false))) {
            var event = event(body);
            for (var field : names(JSON.readTree(body))) {
                var changed = (ObjectNode) JSON.readTree(body);
                changed.remove(field);
                assertThat(faults(name(form) + "-" + event + ".json", changed.toString()))
                        .as("%s without %s", event, field)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Event, \"minigame_pay_refund_succ_notify\"",
        "EventType, 1",
        "Payload, {}",
        "PayEventSig, \"00\"",
        "PayEventSig, \"\"",
        "IsMock, \"true\"",
        "PayModel,"
    })
    void doNotDescribeAChangedEnvelope(String field, String value) throws JsonProcessingException {
        var changed = (ObjectNode) JSON.readTree(delivery(Form.A, true));

        changed(changed, field, value);

        assertThat(faults("form-a-delivery.json", changed.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OpenId,",
        "Env, \"0\"",
        "Env, 2",
        "OutTradeNo, \"_begins_so\"",
        "OutTradeNo, \"twenty-two-characters-and-eleven-more\"",
        "GoodsInfo, []",
        "GoodsInfo.Quantity, 0",
        "GoodsInfo.Quantity, 1.5",
        "GoodsInfo.ActualPrice, \"499\"",
        "GoodsInfo.ProductId, \"chest royal\"",
        "GoodsInfo.OrderSource, 4",
        "GoodsInfo.Attach,"
    })
    void doNotDescribeAChangedPayload(String field, String value) throws JsonProcessingException {
        var payload = (ObjectNode) JSON.readTree(
                JSON.readTree(delivery(Form.A, false)).path("Payload").textValue());
        var names = field.split("\\.");

        changed(names.length == 1 ? payload : (ObjectNode) payload.get(names[0]), names[names.length - 1], value);

        assertThat(faults("form-a-delivery-payload.json", payload.toString())).isNotEmpty();
    }

    /** Without a value it is left out. */
    private static void changed(ObjectNode node, String field, String value) throws JsonProcessingException {
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, JSON.readTree(value));
        }
    }

    @Test
    void areSchemasThemselves() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(schemas.names())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(meta.validate(schemas.get(it).toString(), InputFormat.JSON))
                        .as(it)
                        .isEmpty());
    }

    @Test
    void nameOnlyOthersThatExist() {

        var named = schemas.names().stream()
                .map(schemas::get)
                .flatMap(it -> it.findValuesAsText("$ref").stream())
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(schemas.names()).containsAll(named);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "C_JSON", "D_JSON"})
    void leaveRoomForNewFieldsInEveryGroup(Form form) throws JsonProcessingException {

        for (var body : List.of(delivery(form, false), delivery(form, true), refund(form, false))) {
            var event = body.contains("refund") ? "refund" : "delivery";
            var longer = (ObjectNode) JSON.readTree(body);
            lengthen(longer);
            assertThat(faults(form, event, longer.toString()))
                    .as(longer.toString())
                    .isEmpty();
        }
    }

    /** Each object in it, and each in a payload. */
    private static void lengthen(ObjectNode group) throws JsonProcessingException {
        for (var name : names(group)) {
            if (group.get(name) instanceof ObjectNode inner) {
                lengthen(inner);
            } else if (name.equals("Payload")) {
                var payload = (ObjectNode) JSON.readTree(group.get(name).textValue());
                lengthen(payload);
                group.put(name, payload.toString());
            }
        }
        group.put("New", 1);
    }
}
