package io.gatehouse.bench;

import java.io.IOException;
import java.util.Map;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The application around a peer: the web framework, the server, the pool and its size are those of ours; the callback
 * stores an order and has the peer deliver it.
 */
public final class PeerInstance {

    /** As many connections as ours may have. */
    private static final int POOL = 24;

    private PeerInstance() {}

    /** @param arguments class of the peer, URL of its database, port of the receiver */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var parent = new Parent();
        var peer = (Peer) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        try (var application = new SpringApplicationBuilder(Application.class)
                .properties(Map.of(
                        "server.port", "0",
                        "spring.config.location", "optional:classpath:/no-settings/",
                        "spring.profiles.active", "peer",
                        "peer.database", arguments[1],
                        "peer.receiver", arguments[2]))
                .initializers(it -> it.getBeanFactory().registerSingleton("peer", peer))
                .run()) {
            var tools = application.getBean(Peer.Tools.class);
            tools.jdbc().execute(StoredOrders.TABLE);
            peer.prepare(tools);
            peer.start();
            parent.serve(application.getEnvironment().getRequiredProperty("local.server.port"), words -> {
                switch (words[0]) {
                    case "off" -> peer.stop();
                    case "on" -> peer.start();
                    case "waiting" -> {
                        return peer.waiting();
                    }
                    default -> throw new IllegalArgumentException(words[0]);
                }
                return "done";
            });
            peer.stop();
        }
        System.exit(0); // whatever threads a library leaves
    }

    /** Bears no stereotype: ours, with this package on its class path, would find it. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Application {

        @Bean
        DataSource dataSource(Environment environment) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(environment.getRequiredProperty("peer.database"));
            pool.setMaximumPoolSize(POOL);
            return pool;
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        Peer.Tools tools(DataSource dataSource, PlatformTransactionManager transactions, Environment environment) {
            var jdbc = new JdbcTemplate(dataSource);
            return new Peer.Tools(
                    dataSource,
                    jdbc,
                    transactions,
                    new TransactionTemplate(transactions),
                    new StoredOrders(jdbc),
                    new GameServers(environment.getRequiredProperty("peer.receiver", Integer.class)));
        }

        @Bean
        RouterFunction<ServerResponse> payments(Peer peer, Peer.Tools tools) {
            return RouterFunctions.route(
                    RequestPredicates.POST(Callbacks.PATH),
                    request -> ServerResponse.ok().body(paid(request.body(JsonNode.class), peer, tools)));
        }

        private static Map<String, Object> paid(JsonNode callback, Peer peer, Peer.Tools tools) {
            var number = callback.path("out_trade_no").asText();
            var order = new PaidOrder(
                    OrderNumber.of(number),
                    number,
                    callback.path("appid").asText(),
                    callback.path("transaction_id").asText(),
                    callback.path("amount").path("total").asLong(),
                    callback.path("amount").path("currency").asText());
            tools.transaction().executeWithoutResult(status -> {
                tools.orders().add(order);
                peer.enqueue(order);
            });
            peer.committed(order);
            return Map.of("code", 0, "orderNo", order.id());
        }
    }
}
