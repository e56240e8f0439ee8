package io.gatehouse.superapp;

import jakarta.annotation.PostConstruct;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Outside the sandbox, which brings a superapp of its own, start-up refuses a missing setting by its name. */
@Component
@Profile("!sandbox")
class CompleteSettings {

    private final SuperappSettings settings;

    CompleteSettings(SuperappSettings settings) {
        this.settings = settings;
    }

    @PostConstruct
    void check() {
        settings.requireComplete();
    }
}
