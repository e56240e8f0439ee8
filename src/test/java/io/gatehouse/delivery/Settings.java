package io.gatehouse.delivery;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the application reads them, with some of them changed. */
class Settings {

    private Settings() {}

    static DeliverySettings defaults() {
        return with(Map.of());
    }

    static DeliverySettings with(Map<String, String> changes) {
        return new Binder(new MapConfigurationPropertySource(changes.entrySet().stream()
                        .collect(Collectors.toMap(it -> "gatehouse.delivery." + it.getKey(), Map.Entry::getValue))))
                .bindOrCreate("gatehouse.delivery", DeliverySettings.class);
    }
}
