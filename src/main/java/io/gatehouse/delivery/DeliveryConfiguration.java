package io.gatehouse.delivery;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Username;
import io.gatehouse.outbound.EndpointUrl;

/** Where a game is notified, whether its server has shown that it can answer, and whether notifications are on. */
@Entity
class DeliveryConfiguration {

    @Id
    private String game;

    private String url;
    private String testUrl;

    @Enumerated(EnumType.STRING)
    private Form form;

    private boolean switchedOn;

    @Nullable
    private Instant mockAnsweredAt;

    private String savedBy;
    private Instant savedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected DeliveryConfiguration() {}

    DeliveryConfiguration(AppId game, EndpointUrl url, EndpointUrl testUrl, Form form, Username by, Instant at) {
        this.game = game.value();
        this.url = url.toString();
        this.testUrl = testUrl.toString();
        this.form = form;
        this.savedBy = by.value();
        this.savedAt = at;
    }

    /** Changes it; what a former Test URL has answered, or to another form, says nothing about the new one. */
    DeliveryConfiguration save(EndpointUrl url, EndpointUrl testUrl, Form form, Username by, Instant at) {
        if (!this.testUrl.equals(testUrl.toString()) || this.form != form) {
            mockAnsweredAt = null;
        }
        this.url = url.toString();
        this.testUrl = testUrl.toString();
        this.form = form;
        this.savedBy = by.value();
        this.savedAt = at;
        return this;
    }

    DeliveryConfiguration mockAnswered(Instant at) {
        mockAnsweredAt = at;
        return this;
    }

    /** Lets notifications out; what waited goes first. The credentials are the caller's to check. */
    DeliveryConfiguration turnOn() {
        IllegalTransition.unless(!switchedOn, "delivery.switch.already-on");
        IllegalTransition.unless(mockAnsweredAt != null, "delivery.switch.no-mock");
        switchedOn = true;
        return this;
    }

    /** Holds notifications back; none is dropped. */
    DeliveryConfiguration turnOff() {
        IllegalTransition.unless(switchedOn, "delivery.switch.already-off");
        switchedOn = false;
        return this;
    }

    AppId game() {
        return new AppId(game);
    }

    EndpointUrl url(Env env) {
        return EndpointUrl.stored(env == Env.LIVE ? url : testUrl);
    }

    Form form() {
        return form;
    }

    boolean isSwitchedOn() {
        return switchedOn;
    }

    @Nullable
    Instant mockAnsweredAt() {
        return mockAnsweredAt;
    }

    Username savedBy() {
        return new Username(savedBy);
    }

    Instant savedAt() {
        return savedAt;
    }
}
