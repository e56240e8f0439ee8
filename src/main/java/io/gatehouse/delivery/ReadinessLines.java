package io.gatehouse.delivery;

import java.util.function.Predicate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.gatehouse.core.AppId;
import io.gatehouse.enablement.ReadinessCheck;

/** What this module adds to the list of what a game still has to finish before it can sell. */
@Configuration(proxyBeanMethods = false)
class ReadinessLines {

    private static final String PAGE = "/virtual-payment/configuration";

    @Bean
    ReadinessCheck urlReadiness(DeliveryConfigurations configurations) {
        return new Line("url", 20, "url", it -> configurations.of(it).isPresent());
    }

    @Bean
    ReadinessCheck testNotificationReadiness(DeliveryConfigurations configurations) {
        return new Line(
                "test-notification",
                40,
                "test",
                it -> configurations
                        .of(it)
                        .map(ConfigurationView::mockAnsweredAt)
                        .isPresent());
    }

    @Bean
    ReadinessCheck notificationSwitchReadiness(NotificationSwitch notificationSwitch) {
        return new Line("notification-switch", 50, "switch", notificationSwitch::isOn);
    }

    private record Line(String key, int order, String place, Predicate<AppId> isDone) implements ReadinessCheck {

        @Override
        public boolean done(AppId game) {
            return isDone.test(game);
        }

        @Override
        public String link() {
            return PAGE + "#" + place;
        }
    }
}
