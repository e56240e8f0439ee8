package io.gatehouse.delivery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;

/** The notification switch of a game. While it is off, paid orders wait (held) and none is dropped; on, they go out. */
@Service
@Transactional
public class NotificationSwitch {

    /** What has to be there before it can be turned on. */
    public enum Precondition {
        CONFIGURATION("no-configuration"),
        CREDENTIALS("no-credentials"),
        MOCK_ANSWERED("no-mock");

        private final String code;

        Precondition(String code) {
            this.code = code;
        }

        /** The sentence that says it is missing: {@code refusal.delivery.switch.<code>}. */
        public String code() {
            return code;
        }
    }

    private final Configurations configurations;
    private final EndpointStates states;
    private final Credentials credentials;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotificationSwitch(
            Configurations configurations,
            EndpointStates states,
            Credentials credentials,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.configurations = configurations;
        this.states = states;
        this.credentials = credentials;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOn(AppId game) {
        return configurations
                .findById(game.value())
                .filter(DeliveryConfiguration::isSwitchedOn)
                .isPresent();
    }

    /** What is still missing before it can be turned on. */
    @Transactional(readOnly = true)
    public Set<Precondition> missing(AppId game) {
        var missing = EnumSet.noneOf(Precondition.class);
        var configuration = configurations.findById(game.value());
        if (configuration.isEmpty()) {
            missing.add(Precondition.CONFIGURATION);
        }
        if (!credentials.valid(game)) {
            missing.add(Precondition.CREDENTIALS);
        }
        if (configuration.map(DeliveryConfiguration::mockAnsweredAt).isEmpty()) {
            missing.add(Precondition.MOCK_ANSWERED);
        }
        return missing;
    }

    /** @throws IllegalTransition naming the first precondition that is missing */
    public void turnOn(AppId game, Username by) {
        access.require(by, Capability.ITEM_NOTIFY_SWITCH, game);
        missing(game).stream().findFirst().ifPresent(it -> {
            throw new IllegalTransition("delivery.switch." + it.code());
        });
        configurations.findById(game.value()).ifPresent(DeliveryConfiguration::turnOn);
        states.restAnew(game, clock.instant());
        publish("notification-switch.turned-on", game, by);
    }

    /** Holds back everything that is not on its way already. */
    public void turnOff(AppId game, Username by) {
        access.require(by, Capability.ITEM_NOTIFY_SWITCH, game);
        configurations
                .findById(game.value())
                .orElseThrow(() -> new IllegalTransition("delivery.switch.already-off"))
                .turnOff();
        publish("notification-switch.turned-off", game, by);
    }

    private void publish(String type, AppId game, Username by) {
        events.publishEvent(BusinessEvent.of(type, by.value(), "game " + game).in(game));
    }
}
