import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int AT_ONCE = 64;

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
                var notification = believed(exchange, body);
                reply(exchange, 200, notification.contentType(), act(notification));
            } catch (Refused refused) {
                reply(exchange, refused.status(), "text/plain", refused.getMessage());
            }
        }
    }

    private Notification believed(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        keys.checkHeaders(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body);
        var notification = Notification.open(body);
        notification.check(keys);
        return notification;
    }

    /** Returns what to say when it is done. */
    private String act(Notification it) throws IOException {
        if (it.isMock()) {
            return it.success("understood", ledger.count(it.order()));
        }
        if (it.isDelivery()) {
            return it.success("delivered", ledger.deliver(it.order()));
        }
        if (it.isRefund()) {
            return it.success("taken back", ledger.refund(it.order(), it.refund()));
        }
        throw new Refused(400, "unknown event");
    }

    private static void reply(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
