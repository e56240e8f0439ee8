package io.gatehouse.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.gatehouse.wire.Signatures;
import io.gatehouse.wire.StandardWebhooks;

/**
 * A game's server that does everything right in form A, but for the flaws it is given; remembers what it was sent. Of
 * XML it reads nothing, so it understands that only if it believes everybody.
 */
class GameServer implements AutoCloseable {

    enum Flaw {
        BELIEVES_EVERYBODY,
        LOOKS_AT_PAY_EVENT_SIG_ONLY,
        FORGETS_THE_TIME,
        CRASHES_WHEN_IT_DISTRUSTS,
        HANDS_MOCKS_OUT,
        HANDS_OUT_EACH_TIME,
        REFUSES_REPEATS,
        KNOWS_THE_NEW_KEY_ONLY,
        REFUSES_WHAT_IT_DOES_NOT_KNOW,
        SERVES_ONE_AFTER_THE_OTHER,
        FORGETS_REFUNDS,
        TELLS_NO_DELIVERIES,
        REFUSES_EVERYTHING
    }

    record Request(Map<String, String> headers, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN =
            Set.of("EventType", "Event", "IsMock", "PayModel", "Payload", "PayEventSig");

    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private final Supplier<List<String>> appKeys;
    private final Supplier<List<String>> secrets;
    private final Map<String, Integer> handedOut = new HashMap<>();
    private final Set<String> refunded = new HashSet<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final HttpServer server;

    GameServer(Supplier<List<String>> appKeys, Supplier<List<String>> secrets, Flaw... flaws) {
        this.appKeys = appKeys;
        this.secrets = secrets;
        this.flaws.addAll(List.of(flaws));
        this.threads = Executors.newFixedThreadPool(has(Flaw.SERVES_ONE_AFTER_THE_OTHER) ? 1 : 8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/deliver";
    }

    List<Request> requests() {
        return requests;
    }

    private boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            requests.add(new Request(headers, body));
            var envelope = body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
            if (has(Flaw.REFUSES_EVERYTHING) || !believes(headers, body, envelope)) {
                answer(exchange, has(Flaw.CRASHES_WHEN_IT_DISTRUSTS) ? 500 : 401, "{\"returnCode\":\"1\"}");
            } else {
                act(exchange, envelope);
            }
        }
    }

    private boolean believes(Map<String, String> headers, String body, JsonNode envelope) {
        if (has(Flaw.BELIEVES_EVERYBODY)) {
            return true;
        }
        var keys = has(Flaw.KNOWS_THE_NEW_KEY_ONLY) ? appKeys.get().subList(0, 1) : appKeys.get();
        var payload = envelope.path("Payload").asText();
        var event = envelope.path("Event").asText();
        var signed = keys.stream()
                .anyMatch(it -> Signatures.matches(
                        Signatures.payEventSig(it, event, payload),
                        envelope.path("PayEventSig").asText()));
        return signed && (has(Flaw.LOOKS_AT_PAY_EVENT_SIG_ONLY) || believes(headers, body));
    }

    private boolean believes(Map<String, String> headers, String body) {
        var timestamp = Long.parseLong(headers.get(StandardWebhooks.TIMESTAMP));
        var now = has(Flaw.FORGETS_THE_TIME) ? Instant.ofEpochSecond(timestamp) : Instant.now();
        return secrets.get().stream()
                .anyMatch(it -> StandardWebhooks.verify(
                        headers.get(StandardWebhooks.ID),
                        timestamp,
                        body,
                        headers.getOrDefault(StandardWebhooks.SIGNATURE, ""),
                        it,
                        now));
    }

    private synchronized void act(HttpExchange exchange, JsonNode envelope) throws IOException {
        var order = JSON.readTree(envelope.path("Payload").asText())
                .path("OutTradeNo")
                .asText();
        if (has(Flaw.REFUSES_WHAT_IT_DOES_NOT_KNOW) && !KNOWN.containsAll(names(envelope))) {
            answer(exchange, 400, "{\"returnCode\":\"1\"}");
            return;
        }
        var mock = envelope.path("IsMock").asBoolean() && !has(Flaw.HANDS_MOCKS_OUT);
        if (envelope.path("Event").asText().contains("refund")) {
            refunded.add(order);
        } else if (!mock && (has(Flaw.FORGETS_REFUNDS) || !refunded.contains(order))) {
            if (handedOut.containsKey(order) && has(Flaw.REFUSES_REPEATS)) {
                answer(exchange, 200, "{\"returnCode\":\"2\",\"returnMessage\":\"delivered before\"}");
                return;
            }
            if (!handedOut.containsKey(order) || has(Flaw.HANDS_OUT_EACH_TIME)) {
                handedOut.merge(order, 1, Integer::sum);
            }
        }
        var told = has(Flaw.TELLS_NO_DELIVERIES) ? "" : ",\"deliveries\":" + handedOut.getOrDefault(order, 0);
        var isXml = envelope.isEmpty();
        answer(exchange, 200, (isXml ? "{\"ErrCode\":0" : "{\"returnCode\":\"0\"") + told + "}");
    }

    private static Set<String> names(JsonNode node) {
        var names = new HashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
