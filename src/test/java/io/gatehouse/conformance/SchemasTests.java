package io.gatehouse.conformance;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.xml.sax.SAXException;

import io.gatehouse.conformance.GameServer.Flaw;
import io.gatehouse.core.Env;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.RefundSucceeded;
import io.gatehouse.delivery.TestEndpoint;

import static org.assertj.core.api.Assertions.assertThat;

/** The published schemas … */
class SchemasTests extends ConformanceTest {

    static final AppKey KEY = new AppKey("Aa0bcdefghijklmnopqrstuvwxyz1234");
    static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Schemas schemas;

    @Autowired
    XmlSchemas xmlSchemas;

    @Autowired
    TestEndpoint endpoint;

    @Value("${gatehouse.public-url}")
    String address;

    private List<Error> faults(String name, String json) {
        var all = schemas.names().stream()
                .collect(Collectors.toMap(
                        it -> address + Schemas.PATH + it, it -> schemas.get(it).toString()));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, it -> it.schemas(all));
        return registry.getSchema(SchemaLocation.of(address + Schemas.PATH + name))
                .validate(json, InputFormat.JSON);
    }

    private String delivery(Form form, boolean mock) {
        return endpoint.body(
                form,
                new GoodsDelivery(
                        game,
                        Env.LIVE,
                        "GH-1",
                        "oQx4s5k81Z",
                        "sf_20261123|88213",
                        "chest_royal",
                        2,
                        "1",
                        999,
                        499,
                        "slot=\"3\"",
                        1,
                        "WALLET",
                        "4200002611239017",
                        Instant.EPOCH),
                KEY,
                mock);
    }

    private String refund(Form form, boolean mock) {
        return endpoint.body(
                form,
                new RefundSucceeded(
                        game,
                        Env.SANDBOX,
                        "GH-1",
                        "oQx4s5k81Z",
                        "RF-1",
                        "r-1",
                        499,
                        2,
                        "sf_20261123",
                        "4200002611239017",
                        "5200",
                        Instant.EPOCH,
                        Instant.EPOCH),
                KEY,
                mock);
    }

    /** Those of the envelope and, where it has one, of the payload inside. */
    private List<Error> faults(Form form, String event, String body) throws JsonProcessingException {
        var name = name(form) + "-" + event;
        var envelope = JSON.readTree(body);
        var payload = envelope.has("MiniGame") ? envelope.path("MiniGame").path("Payload") : envelope.path("Payload");
        var faults = new ArrayList<>(faults(name + ".json", body));
        if (!payload.isMissingNode()) {
            faults.addAll(faults(name + "-payload.json", payload.textValue()));
        }
        return faults;
    }

    private static String name(Form form) {
        return "form-" + form.name().substring(0, 1).toLowerCase(Locale.ROOT);
    }

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
            var event = body.contains("refund") ? "refund" : "delivery";
            for (var field : names(JSON.readTree(body))) {
                var changed = (ObjectNode) JSON.readTree(body);
                changed.remove(field);
                assertThat(faults(name(form) + "-" + event + ".json", changed.toString()))
                        .as("%s without %s", event, field)
                        .isNotEmpty();
            }
        }
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void describeEveryGoodNotificationOfARun() throws JsonProcessingException {
        var server = new GameServer(
                () -> credentials.accepted(game, Env.SANDBOX).stream()
                        .map(it -> it.value())
                        .toList(),
                () -> credentials.webhookSecrets(game).stream()
                        .map(it -> it.value())
                        .toList());
        try (server) {
            configure(server.url());

            run(Wish.mocks());

            var good = server.requests().stream()
                    .filter(it -> !it.body().contains("\"PayEventSig\":\"\""))
                    .toList();
            assertThat(good).hasSizeGreaterThan(10);
            for (var request : good) {
                var event = request.body().contains("refund") ? "refund" : "delivery";
                assertThat(faults(Form.A, event, request.body())).isEmpty();
                assertThat(faults("webhook-headers.json", JSON.writeValueAsString(request.headers())))
                        .isEmpty();
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

    /** Of the schema at its address, which names another one there. */
    private List<String> xmlFaults(String name, String xml) throws Exception {
        var faults = new ArrayList<String>();
        var address = URI.create("http://localhost:" + port + Schemas.PATH + name + ".xsd");
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(address.toURL())
                .newValidator();
        try {
            schema.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults;
    }

    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void describeEverythingThatIsSentAsXml(Form form) throws Exception {

        for (var mock : List.of(true, false)) {
            assertThat(xmlFaults(name(form) + "-delivery", delivery(form, mock)))
                    .isEmpty();
            assertThat(xmlFaults(name(form) + "-refund", refund(form, mock))).isEmpty();
        }
        assertThat(xmlFaults("form-c-d-reply", form.success())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void describeEveryGoodNotificationOfARunInXml(Form form) throws Exception {
        try (var server = new GameServer(List::of, List::of, Flaw.BELIEVES_EVERYBODY, Flaw.TELLS_NO_DELIVERIES)) {
            configure(server.url());
            configurations.save(game, server.url(), server.url(), form, mei);

            run(Wish.mocks());
            run(orders());

            var good = server.requests().stream()
                    .filter(it -> !it.body().contains("<PayEventSig></PayEventSig>"))
                    .toList();
            assertThat(good).hasSizeGreaterThan(20);
            for (var request : good) {
                var event = request.body().contains("refund") ? "refund" : "delivery";
                assertThat(xmlFaults(name(form) + "-" + event, request.body()))
                        .as(request.body())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"C_XML", "D_XML"})
    void doNotDescribeXmlThatLacksAnElement(Form form) throws Exception {

        for (var body : List.of(delivery(form, false), refund(form, false))) {
            var event = body.contains("refund") ? "refund" : "delivery";
            for (var name : names(Markup.read(body))) {
                var changed = (ObjectNode) Markup.read(body);
                changed.remove(name);
                assertThat(xmlFaults(name(form) + "-" + event, Markup.write(changed)))
                        .as("%s without %s", event, name)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<Env>0<, <Env>2<",
        "<IsMock>true<, <IsMock>false<",
        "<Quantity>2<, <Quantity>0<",
        "<ActualPrice>499<, <ActualPrice>4.99<",
        "<ProductId>chest_royal<, <ProductId>chest royal<",
        "<OutTradeNo>sf_, <OutTradeNo>_sf_",
        "xpay_goods_deliver_notify, xpay_refund_notify",
        "<OpenId>oQx4s5k81Z<, <OpenId><"
    })
    void doNotDescribeChangedXml(String as, String changed) throws Exception {
        var body = delivery(Form.D_XML, true);
        assertThat(body).contains(as);

        assertThat(xmlFaults("form-d-delivery", body.replace(as, changed))).hasSize(1);
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
    void areThereForEverybodyAtTheirAddress() throws Exception {
        var client = HttpClient.newHttpClient();

        for (var name : schemas.names()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + Schemas.PATH + name));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/schema+json");
            assertThat(JSON.readTree(answer.body()).path("$id").asText()).isEqualTo(address + Schemas.PATH + name);
        }
        for (var name : xmlSchemas.names()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + Schemas.PATH + name));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/xml");
            assertThat(answer.body()).isEqualTo(xmlSchemas.get(name));
        }
        var list = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/schemas"));
        assertThat(JSON.readTree(client.send(list.build(), BodyHandlers.ofString())
                                .body())
                        .path("schemas"))
                .hasSize(schemas.names().size() + xmlSchemas.names().size())
                .extracting(JsonNode::asText)
                .contains(address + Schemas.PATH + "form-d-delivery.xsd");
        var missing = HttpRequest.newBuilder(URI.create("http://localhost:" + port + Schemas.PATH + "form-b.json"));
        assertThat(client.send(missing.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
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
}
