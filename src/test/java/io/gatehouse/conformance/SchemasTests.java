package io.gatehouse.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.conformance.GameServer.Flaw;
import io.gatehouse.core.AppId;
import io.gatehouse.delivery.Form;

import static org.assertj.core.api.Assertions.assertThat;

/** The published schemas … */
class SchemasTests extends SchemaTest {

    @Autowired
    XmlSchemas xmlSchemas;

    private record Begun(AppId game, UUID run, Form form, GameServer server) {}

    /** For a game of its own, of which there is but one run at a time, and a server that understands everything. */
    private Begun begin(Form form, Wish wish) {
        registerAGame();
        var server = new GameServer(List::of, List::of, Flaw.BELIEVES_EVERYBODY, Flaw.TELLS_NO_DELIVERIES);
        configure(server.url());
        configurations.save(game, server.url(), server.url(), form, mei);
        return new Begun(game, conformance.begin(game, wish, mei), form, server);
    }

    @Test
    void describeEveryGoodNotificationOfEveryRun() throws Exception {
        var begun = List.of(
                begin(Form.A, Wish.mocks()),
                begin(Form.C_XML, Wish.mocks()),
                begin(Form.C_XML, orders()),
                begin(Form.D_XML, Wish.mocks()),
                begin(Form.D_XML, orders()));

        for (var each : begun) {
            try (var server = each.server()) {
                ended(each.game(), each.run());
                var good = server.requests().stream()
                        .filter(it -> !it.body().contains("\"PayEventSig\":\"\""))
                        .filter(it -> !it.body().contains("<PayEventSig></PayEventSig>"))
                        .toList();
                assertThat(good).as("in form %s", each.form()).hasSizeGreaterThan(10);
                for (var request : good) {
                    assertThat(faults(each.form(), request)).as(request.body()).isEmpty();
                }
            }
        }
    }

    private List<?> faults(Form form, GameServer.Request request) throws Exception {
        var event = event(request.body());
        if (form != Form.A) {
            return xmlFaults(name(form) + "-" + event, request.body());
        }
        var faults = new ArrayList<>(faults(form, event, request.body()));
        faults.addAll(faults("webhook-headers.json", JSON.writeValueAsString(request.headers())));
        return faults;
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void areThereForEverybodyAtTheirAddress() throws Exception {

        for (var name : schemas.names()) {
            var answer = get(Schemas.PATH + name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/schema+json");
            assertThat(JSON.readTree(answer.body()).path("$id").asText()).isEqualTo(address + Schemas.PATH + name);
        }
        for (var name : xmlSchemas.names()) {
            var answer = get(Schemas.PATH + name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/xml");
            assertThat(answer.body()).isEqualTo(xmlSchemas.get(name));
        }
        assertThat(get(Schemas.PATH + "form-b.json").statusCode()).isEqualTo(404);
    }

    @Test
    void areListed() throws Exception {

        var list = JSON.readTree(get("/schemas").body()).path("schemas");

        assertThat(list)
                .hasSize(schemas.names().size() + xmlSchemas.names().size())
                .extracting(JsonNode::asText)
                .contains(address + Schemas.PATH + "form-d-delivery.xsd");
    }
}
