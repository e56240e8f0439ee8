import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that understands the notifications of virtual payment. Needs Java 17 and nothing else.
 *
 * <pre>{@code
 * javac -d out *.java
 * APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… java -cp out Receiver
 * }</pre>
 */
class Receiver {

    private static final String DELIVERY = "minigame_game_pay_goods_deliver_notify";
    private static final String REFUND = "minigame_pay_refund_succ_notify";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int AT_ONCE = 64;

    /** What to say, and how often the order was handed out. */
    record Answer(String message, int deliveries) {}

    private final Keys keys;
    private final Ledger ledger;

    Receiver(Keys keys, Ledger ledger) {
        this.keys = keys;
        this.ledger = ledger;
    }

    public static void main(String[] arguments) throws IOException {
        // the time a request may take to arrive
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        var environment = System.getenv();
        var ledger = new Ledger(Path.of(environment.getOrDefault("LEDGER", "ledger.txt")));
        var receiver = new Receiver(Keys.from(environment), ledger);
        var host = environment.getOrDefault("HOST", "127.0.0.1");
        var port = Integer.parseInt(environment.getOrDefault("PORT", "8090"));
        var server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newFixedThreadPool(AT_ONCE));
        server.createContext("/", receiver::serve);
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                if (!exchange.getRequestMethod().equals("POST")) {
                    throw new Refused(405, "only POST");
                }
                var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
                if (body.length > LONGEST_BODY) {
                    throw new Refused(413, "too long");
                }
                var answer = understand(exchange, body);
                reply(exchange, 200, """
                        {"returnCode":"0","returnMessage":"%s","data":"ok","deliveries":%d}""".formatted(answer.message(), answer.deliveries()));
            } catch (Refused refused) {
                reply(exchange, refused.status(), """
                        {"returnCode":"1","returnMessage":"%s"}""".formatted(refused.getMessage()));
            }
        }
    }

    /** Checks a notification and acts on it. */
    private Answer understand(HttpExchange exchange, byte[] body) throws IOException {
        var headers = exchange.getRequestHeaders();
        keys.checkHeaders(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body);
        var envelope = Json.object(new String(body, StandardCharsets.UTF_8));
        var event = text(envelope, "Event");
        var payload = text(envelope, "Payload");
        var content = Json.object(payload);
        var env = String.valueOf(content.get("Env"));
        keys.checkPayload(env, event, payload, text(envelope, "PayEventSig"));
        var order = env + " " + text(content, "OutTradeNo");
        if (Boolean.TRUE.equals(envelope.get("IsMock"))) {
            return new Answer("understood", ledger.count(order));
        }
        return switch (event) {
            case DELIVERY -> new Answer("delivered", ledger.deliver(order));
            case REFUND -> new Answer("taken back", ledger.refund(order, env + " " + text(content, "RefundId")));
            default -> throw new Refused(400, "unknown event");
        };
    }

    private static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new Refused(400, "this is no notification");
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
