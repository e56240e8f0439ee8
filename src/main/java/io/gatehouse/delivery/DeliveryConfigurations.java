package io.gatehouse.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Env;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Outbound;

/** The URL and Test URL of the games. */
@Service
public class DeliveryConfigurations {

    private final Configurations configurations;
    private final ChosenForms forms;
    private final EndpointStates states;
    private final Outbound outbound;
    private final Credentials credentials;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryConfigurations(
            Configurations configurations,
            ChosenForms forms,
            EndpointStates states,
            Outbound outbound,
            Credentials credentials,
            Access access,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.configurations = configurations;
        this.forms = forms;
        this.states = states;
        this.outbound = outbound;
        this.credentials = credentials;
        this.access = access;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ConfigurationView> of(AppId game) {
        return configurations.findById(game.value()).map(DeliveryConfigurations::view);
    }

    /** Saves both addresses; the form stays what it was, A at first. */
    public ConfigurationView save(AppId game, String url, String testUrl, Username by) {
        var form = of(game).map(ConfigurationView::form).orElse(Form.A);
        return save(game, url, testUrl, form, by);
    }

    /**
     * Saves addresses and form. The first save asks for certificate and key, once and for all; a later one asks for none. An endpoint
     * that was switched off is on again. Names are looked up before the transaction begins.
     *
     * @throws InvalidValue at the field whose rule is broken
     */
    public ConfigurationView save(AppId game, String url, String testUrl, Form form, Username by) {
        return save(game, url, testUrl, form, by, it -> {});
    }

    /**
     * The same, if the configuration is still what the caller takes it for.
     *
     * @param asRead looks at it within the transaction and refuses; what is changed later than that look is noticed, too
     */
    public ConfigurationView save(
            AppId game,
            String url,
            String testUrl,
            Form form,
            Username by,
            Consumer<Optional<ConfigurationView>> asRead) {
        access.require(by, Capability.DELIVERY_CONFIG_EDIT, game);
        var live = checked("url", url);
        var test = checked("testUrl", testUrl);
        var saved = Objects.requireNonNull(transaction.execute(status -> store(game, live, test, form, by, asRead)));
        forms.forget(game);
        return saved;
    }

    /** What is wrong with two addresses, each at its field; empty if both can be saved. */
    public List<InvalidValue> faults(String url, String testUrl) {
        return Stream.of(fault("url", url), fault("testUrl", testUrl))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<InvalidValue> fault(String field, String typed) {
        try {
            checked(field, typed);
            return Optional.empty();
        } catch (InvalidValue fault) {
            return Optional.of(fault);
        }
    }

    private ConfigurationView store(
            AppId game,
            EndpointUrl live,
            EndpointUrl test,
            Form form,
            Username by,
            Consumer<Optional<ConfigurationView>> asRead) {
        var known = configurations.findById(game.value());
        var before = known.map(DeliveryConfigurations::view);
        asRead.accept(before);
        var saved = configurations.saveAndFlush(known.map(it -> it.save(live, test, form, by, clock.instant()))
                .orElseGet(() -> new DeliveryConfiguration(game, live, test, form, by, clock.instant())));
        states.open(game, by, clock.instant());
        if (before.isEmpty()) {
            credentials.requestFirst(game, by);
        }
        events.publishEvent(BusinessEvent.of("delivery-configuration.saved", by.value(), "game " + game)
                .in(game)
                .change("url", before.map(ConfigurationView::url).orElse(null), live)
                .change("testUrl", before.map(ConfigurationView::testUrl).orElse(null), test)
                .change("form", before.map(ConfigurationView::form).orElse(null), form));
        return view(saved);
    }

    /** Lets an endpoint that answered 410 be called again. */
    @Transactional
    public void switchOnAgain(AppId game, Username by) {
        access.require(by, Capability.DELIVERY_CONFIG_EDIT, game);
        configurations.findById(game.value()).orElseThrow(() -> new NotFound("delivery.not-configured"));
        states.open(game, by, clock.instant());
        events.publishEvent(BusinessEvent.of("delivery-endpoint.switched-on", by.value(), "game " + game)
                .in(game));
    }

    private EndpointUrl checked(String field, String typed) {
        var url = outbound.url(field, typed);
        outbound.requirePublic(field, url);
        return url;
    }

    private static ConfigurationView view(DeliveryConfiguration configuration) {
        var live = configuration.url(Env.LIVE);
        var test = configuration.url(Env.SANDBOX);
        return new ConfigurationView(
                configuration.game(),
                live.toString(),
                test.toString(),
                configuration.form(),
                !live.isEncrypted() || !test.isEncrypted(),
                configuration.isSwitchedOn(),
                configuration.mockAnsweredAt(),
                configuration.savedBy(),
                configuration.savedAt());
    }
}
