package io.gatehouse.delivery;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Service;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.ForeignText;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.outbound.Call;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;

/**
 * The Test URL of a game, for whoever wants to try something there: called through the same checks as every
 * notification, with headers and bytes of the caller's choice. The live URL cannot be called this way.
 */
@Service
public class TestEndpoint {

    private final Configurations configurations;
    private final NotificationHistory history;
    private final Dispatch dispatch;
    private final Bodies bodies;
    private final DeliverySettings settings;

    TestEndpoint(
            Configurations configurations,
            NotificationHistory history,
            Dispatch dispatch,
            Bodies bodies,
            DeliverySettings settings) {
        this.configurations = configurations;
        this.history = history;
        this.dispatch = dispatch;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** The form the game has chosen; A before anything is saved. */
    public Form form(AppId game) {
        return configurations
                .findById(game.value())
                .map(DeliveryConfiguration::form)
                .orElse(Form.A);
    }

    /** Where it is, if that is saved. */
    public Optional<String> url(AppId game) {
        return find(game).map(EndpointUrl::toString);
    }

    /** A delivery notification as a game receives it, signed with that key. */
    public String body(Form form, GoodsDelivery delivery, AppKey key, boolean mock) {
        return bodies.write(form, delivery, key.value(), mock);
    }

    /** A refund notification as a game receives it, signed with that key. */
    public String body(Form form, RefundSucceeded refund, AppKey key, boolean mock) {
        return bodies.write(form, refund, key.value(), mock);
    }

    /**
     * Makes one call; it ends within the time of an attempt and never exceptionally.
     *
     * @throws IllegalTransition without a configuration
     */
    public CompletableFuture<TestReply> call(AppId game, TestCall call) {
        var url = find(game).orElseThrow(() -> new IllegalTransition("delivery.test.no-configuration"));
        var bytes = call.body().getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<>(call.headers());
        headers.putIfAbsent("accept", call.form().accept());
        var post = Call.post(url, headers, call.form().contentType(), bytes);
        var sent = call.slowly() ? post.slowly(settings.attemptTimeout().dividedBy(2)) : post;
        return dispatch.send(sent).thenApply(reply -> reply(call.form(), reply));
    }

    /** The latest attempts of a game, the newest first; of one order only, if one is named. */
    public List<PastNotification> past(AppId game, Optional<String> orderNo, int most) {
        return history.past(game, orderNo.orElse(null), most);
    }

    /** @throws NotFound if this game never had such an attempt */
    public PastNotification past(AppId game, long id) {
        return history.past(game, id).orElseThrow(() -> new NotFound("delivery.attempt"));
    }

    private Optional<EndpointUrl> find(AppId game) {
        return configurations.findById(game.value()).map(it -> it.url(Env.SANDBOX));
    }

    private static TestReply reply(Form form, Reply reply) {
        var verdict = Answers.judge(form, reply);
        return new TestReply(
                reply.at(),
                reply.address(),
                (int) reply.took().toMillis(),
                reply.status(),
                form,
                verdict.diagnosis().outcome(),
                verdict.diagnosis().key(),
                ForeignText.plain(verdict.detail()),
                Texts.mediaType(reply),
                reply.kept());
    }
}
