package io.gatehouse.conformance;

import java.io.StringReader;
import java.net.URI;
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
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.xml.sax.SAXException;

import io.gatehouse.core.Env;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.RefundSucceeded;
import io.gatehouse.delivery.TestEndpoint;

/** What is sent, and what the published schemas say of it. */
abstract class SchemaTest extends ConformanceTest {

    static final AppKey KEY = new AppKey("Aa0bcdefghijklmnopqrstuvwxyz1234");
    static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Schemas schemas;

    @Autowired
    TestEndpoint endpoint;

    @Value("${gatehouse.public-url}")
    String address;

    String delivery(Form form, boolean mock) {
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

    String refund(Form form, boolean mock) {
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

    static String event(String body) {
        return body.contains("refund") ? "refund" : "delivery";
    }

    List<Error> faults(String name, String json) {
        var all = schemas.names().stream()
                .collect(Collectors.toMap(
                        it -> address + Schemas.PATH + it, it -> schemas.get(it).toString()));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, it -> it.schemas(all));
        return registry.getSchema(SchemaLocation.of(address + Schemas.PATH + name))
                .validate(json, InputFormat.JSON);
    }

    /** Those of the envelope and, where it has one, of the payload inside. */
    List<Error> faults(Form form, String event, String body) throws JsonProcessingException {
        var name = name(form) + "-" + event;
        var envelope = JSON.readTree(body);
        var payload = envelope.has("MiniGame") ? envelope.path("MiniGame").path("Payload") : envelope.path("Payload");
        var faults = new ArrayList<>(faults(name + ".json", body));
        if (!payload.isMissingNode()) {
            faults.addAll(faults(name + "-payload.json", payload.textValue()));
        }
        return faults;
    }

    /** Of the schema at its address, which names another one there. */
    List<String> xmlFaults(String name, String xml) throws Exception {
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

    static String name(Form form) {
        return "form-" + form.name().substring(0, 1).toLowerCase(Locale.ROOT);
    }

    static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
