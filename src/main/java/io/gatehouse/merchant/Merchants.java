package io.gatehouse.merchant;

import java.util.Currency;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.SearchKey;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** The merchants, and which of them a team is paid through. */
@Service
@Transactional
public class Merchants {

    private final MerchantRepository merchants;
    private final Bindings bindings;
    private final SuperappPayments payments;
    private final Requests requests;
    private final MerchantBindingProcess process;
    private final ApplicationEventPublisher events;

    Merchants(
            MerchantRepository merchants,
            Bindings bindings,
            SuperappPayments payments,
            Requests requests,
            MerchantBindingProcess process,
            ApplicationEventPublisher events) {
        this.merchants = merchants;
        this.bindings = bindings;
        this.payments = payments;
        this.requests = requests;
        this.process = process;
        this.events = events;
    }

    /** The merchant a team is paid through, if one is bound. */
    @Transactional(readOnly = true)
    public Optional<EffectiveMerchant> effective(TeamId team) {
        return bindings.findById(team.value())
                .map(Binding::merchant)
                .flatMap(merchants::findById)
                .map(Merchant::view);
    }

    /** Whether the superapp's payment switch is on. */
    @Transactional(readOnly = true)
    public boolean paymentSwitchedOn() {
        return payment().isSwitchedOn();
    }

    /** Whether the superapp has taken in any. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return merchants.count() == 0;
    }

    /**
     * Those whose name or id has that text in it, by name.
     *
     * @param after {@link Page#next()} of the page before
     */
    @Transactional(readOnly = true)
    public Page<EffectiveMerchant> search(String text, @Nullable String after, int size) {
        var key = SearchKey.of(after);
        var found = merchants.search(SearchKey.like(text), key.name(), key.id(), Limit.of(size + 1)).stream()
                .map(Merchant::view)
                .toList();
        return Page.of(found, size, it -> SearchKey.text(it.id(), it.name()));
    }

    /**
     * Asks the superapp to bind a merchant to a team, or another in its place.
     *
     * @throws InvalidValue if the superapp knows no such merchant
     */
    public RequestView requestBinding(TeamId team, MerchantId id, String name, String message, Username by) {
        var merchant = merchants.findById(id.value()).map(Merchant::view);
        if (merchant.filter(it -> it.name().equalsIgnoreCase(name.strip())).isEmpty()) {
            throw new InvalidValue("merchantId", "merchant.unknown", id, name);
        }
        IllegalTransition.unless(
                effective(team).filter(it -> it.id().equals(id)).isEmpty(), "merchant.bound-already", id);
        var request = requests.open(RequestKind.MERCHANT_BINDING, null, team, id.value(), message, by);
        process.requested(request);
        return request;
    }

    public void withdraw(TeamId team, String number, Username by) {
        var request = requests.find(number)
                .filter(it -> it.team().equals(team) && it.kind() == RequestKind.MERCHANT_BINDING)
                .orElseThrow(() -> new NotFound("request.unknown", number));
        requests.withdraw(request.number(), by);
        process.withdrawn(request);
    }

    /** Takes over a binding the superapp agreed to before the team came here; the same again changes nothing. */
    public void takeOver(TeamId team, MerchantId id, Username by) {
        if (effective(team).filter(it -> it.id().equals(id)).isEmpty()) {
            bindings.save(bindings.findById(team.value())
                    .orElseGet(() -> new Binding(team))
                    .bind(id));
            events.publishEvent(BusinessEvent.of("merchant.taken-over", by.value(), "team " + team)
                    .with("merchant", id));
        }
    }

    /** Ends the binding: sales are suspended at once, deliveries and refunds go on. */
    public void unbind(TeamId team, Username by) {
        var binding = bindings.findById(team.value()).orElseThrow(() -> new NotFound("merchant.not-bound", team));
        var before = binding.merchant();
        bindings.save(binding.unbind());
        events.publishEvent(
                BusinessEvent.of("merchant.unbound", by.value(), "team " + team).change("merchant", before, null));
    }

    /** Takes a merchant in, or renames it; its currency never changes. */
    public EffectiveMerchant manage(MerchantId id, String name, Currency currency, Username by) {
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidValue("name", "merchant.name-length");
        }
        var known = merchants.findById(id.value());
        known.map(Merchant::view)
                .ifPresent(
                        it -> IllegalTransition.unless(it.currency().equals(currency), "merchant.currency-fixed", id));
        var saved = merchants.save(known.map(it -> it.rename(name)).orElseGet(() -> new Merchant(id, name, currency)));
        events.publishEvent(BusinessEvent.of("merchant.managed", by.value(), "merchant " + id)
                .with("name", name)
                .with("currency", currency));
        return saved.view();
    }

    /** Turns all payment on the superapp on or off. */
    public void switchPayment(boolean on, Username by) {
        payments.save(payment().turn(on));
        events.publishEvent(BusinessEvent.of("payment-switch.turned", by.value(), "superapp")
                .with("on", on));
    }

    /** Takes over a binding the superapp has agreed to outside Gatehouse. */
    public void bind(TeamId team, MerchantId id) {
        bindings.save(bindings.findById(team.value())
                .orElseGet(() -> new Binding(team))
                .bind(id));
        events.publishEvent(BusinessEvent.of("merchant.bound", BusinessEvent.SUPERAPP, "team " + team)
                .with("merchant", id));
    }

    void bind(TeamId team, MerchantId id, String number) {
        var binding = bindings.findById(team.value()).orElseGet(() -> new Binding(team));
        var before = binding.merchant();
        bindings.save(binding.bind(id));
        events.publishEvent(BusinessEvent.of("merchant.bound", BusinessEvent.SYSTEM, "team " + team)
                .under(number)
                .change("merchant", before, id));
    }

    private SuperappPayment payment() {
        return payments.findById(SuperappPayment.ONLY).orElseThrow();
    }
}
