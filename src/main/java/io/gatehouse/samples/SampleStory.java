package io.gatehouse.samples;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Env;
import io.gatehouse.core.Refusal;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.delivery.DeliveryConfigurations;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.delivery.TestNotifications;
import io.gatehouse.enablement.Enablements;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.sandbox.Toys;
import io.gatehouse.workflow.UserTasks;

import static io.gatehouse.samples.SampleData.ADMINISTRATOR;
import static io.gatehouse.samples.SampleData.REVIEWER;
import static io.gatehouse.samples.SampleData.SKYFORGE;

/**
 * How Skyforge Isles came to sell: asked for, decided, configured, released, bought, all of it through the same doors as
 * by hand, by the sample people. Done once, in the first seconds of the first run; what a kill interrupted goes on.
 */
@Component
@Profile("sandbox")
@ConditionalOnProperty(name = "gatehouse.samples.story", matchIfMissing = true)
class SampleStory {

    private static final Logger log = LoggerFactory.getLogger(SampleStory.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PURCHASES = 18;

    /** One step: whether it is done, whether it can be done now, and how. */
    private record Step(BooleanSupplier done, BooleanSupplier ready, Runnable act) {}

    private final Enablements enablements;
    private final Requests requests;
    private final UserTasks tasks;
    private final DeliveryConfigurations configurations;
    private final Credentials credentials;
    private final TestNotifications tests;
    private final NotificationSwitch notifications;
    private final SampleShop shop;
    private final Toys toys;
    private final TaskScheduler scheduler;
    private final String address;
    private final List<Step> steps;
    private @Nullable ScheduledFuture<?> round;

    SampleStory(
            Enablements enablements,
            Requests requests,
            UserTasks tasks,
            DeliveryConfigurations configurations,
            Credentials credentials,
            TestNotifications tests,
            NotificationSwitch notifications,
            SampleShop shop,
            Toys toys,
            TaskScheduler scheduler,
            @Value("${gatehouse.sandbox.address}") String address) {
        this.enablements = enablements;
        this.requests = requests;
        this.tasks = tasks;
        this.configurations = configurations;
        this.credentials = credentials;
        this.tests = tests;
        this.notifications = notifications;
        this.shop = shop;
        this.toys = toys;
        this.scheduler = scheduler;
        this.address = address;
        this.steps = steps();
    }

    private List<Step> steps() {
        return List.of(
                new Step(this::isAsked, () -> true, this::ask),
                new Step(() -> !openRequest(), () -> true, this::approve),
                new Step(
                        () -> configurations.of(SKYFORGE).isPresent(),
                        () -> enablements.isEnabled(SKYFORGE),
                        this::configure),
                new Step(() -> toys.hasKeys(SKYFORGE.value()), () -> credentials.valid(SKYFORGE), this::enterKeys),
                new Step(() -> notifications.isOn(SKYFORGE), () -> true, this::switchOn),
                new Step(shop::isFilled, () -> true, shop::fill),
                new Step(() -> shop.requests() > 0, () -> true, shop::askForAll),
                new Step(() -> shop.requests() > 1 || shop.isReviewed(), () -> true, shop::review),
                new Step(this::isOver, () -> !shop.onSale().isEmpty(), this::sell),
                new Step(() -> shop.requests() > 1, () -> true, shop::askForMore));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!isOver()) {
            round = scheduler.scheduleWithFixedDelay(this::goOn, PAUSE);
        }
    }

    /** The last thing that happens is never undone, so the story is told once. */
    private boolean isOver() {
        return toys.purchases(SKYFORGE.value()) >= PURCHASES;
    }

    private void goOn() {
        try {
            for (var step : steps) {
                if (!step.done().getAsBoolean()) {
                    if (step.ready().getAsBoolean()) {
                        step.act().run();
                    }
                    return;
                }
            }
            log.info("Skyforge Isles sells: sample items, orders and a release that waits for its review are there");
        } catch (Refusal somebodyWasFaster) {
            log.info("The sample game is in other hands: {}", somebodyWasFaster.getMessage());
        }
        if (round != null) {
            round.cancel(false);
        }
    }

    private boolean isAsked() {
        return !requests.of(SKYFORGE, RequestKind.ENABLEMENT).isEmpty();
    }

    private void ask() {
        enablements.request(SKYFORGE, "Season one starts soon: gems, chests and gliders", ADMINISTRATOR);
    }

    private boolean openRequest() {
        return requests.of(SKYFORGE, RequestKind.ENABLEMENT).stream().anyMatch(RequestView::isOpen);
    }

    private void approve() {
        requests.of(SKYFORGE, RequestKind.ENABLEMENT).stream()
                .filter(RequestView::isOpen)
                .flatMap(it -> tasks.open(it.number()).stream())
                .forEach(it -> tasks.complete(it.id(), REVIEWER, Map.of("decision", "approve")));
    }

    private void configure() {
        var toy = address + "/toy/game/" + SKYFORGE;
        configurations.save(SKYFORGE, toy + "/notify", toy + "/test-notify", ADMINISTRATOR);
    }

    private void enterKeys() {
        toys.enterKeys(
                SKYFORGE.value(),
                credentials.signing(SKYFORGE, Env.LIVE).value(),
                credentials.signing(SKYFORGE, Env.SANDBOX).value(),
                credentials.webhookSecrets(SKYFORGE).get(0).value());
    }

    private void switchOn() {
        tests.send(SKYFORGE, ADMINISTRATOR);
        notifications.turnOn(SKYFORGE, ADMINISTRATOR);
    }

    private void sell() {
        var items = shop.onSale();
        for (var n = toys.purchases(SKYFORGE.value()); n < PURCHASES; n++) {
            var item = items.get(n * n % items.size());
            var price = item.price();
            var order = toys.buy(
                    SKYFORGE.value(),
                    n,
                    item.code(),
                    price.minor(),
                    price.currency().getCurrencyCode());
            if (n == PURCHASES / 2) {
                toys.wantBack(order, price.minor(), "Bought twice by mistake");
            }
        }
    }
}
