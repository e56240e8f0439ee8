package io.gatehouse.exemption;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;

/** The superapp takes an exemption back, and with it chosen or all items released under it. */
@Service
@Transactional
public class ExemptionRevocations {

    private final ExemptionRepository exemptions;
    private final Revocations revocations;
    private final ExemptionRevocationProcess process;
    private final Requests requests;
    private final Games games;
    private final Access access;
    private final ObjectProvider<ExemptItems> exemptItems;
    private final ObjectProvider<OrdersInFlight> orders;
    private final ExemptionSettings settings;

    ExemptionRevocations(
            ExemptionRepository exemptions,
            Revocations revocations,
            ExemptionRevocationProcess process,
            Requests requests,
            Games games,
            Access access,
            ObjectProvider<ExemptItems> exemptItems,
            ObjectProvider<OrdersInFlight> orders,
            ExemptionSettings settings) {
        this.exemptions = exemptions;
        this.revocations = revocations;
        this.process = process;
        this.requests = requests;
        this.games = games;
        this.access = access;
        this.exemptItems = exemptItems;
        this.orders = orders;
        this.settings = settings;
    }

    /** What a revocation would touch, to be seen before it is confirmed. */
    @Transactional(readOnly = true)
    public RevocationImpact impact(AppId game) {
        var items = items(game);
        var codes = items.stream().map(ExemptItem::code).toList();
        var inFlight =
                orders.stream().flatMap(it -> it.of(game, codes).stream()).toList();
        return new RevocationImpact(items, inFlight, settings.secondPersonAbove());
    }

    /**
     * The games with an exemption, the latest first, for whoever may revoke it.
     *
     * @param after {@link Page#next()} of the page before
     */
    @Transactional(readOnly = true)
    public Page<ExemptGame> exemptGames(@Nullable String after, int size) {
        var limit = Limit.of(size + 1);
        var found = after == null
                ? exemptions.findByRevokedAtIsNullOrderByGrantedAtDescGameDesc(limit)
                : exemptions.findBehind(place(after).grantedAt(), after, limit);
        var named = games.named(found.stream().map(it -> new AppId(it.game())).toList());
        return Page.of(
                found.stream()
                        .map(it -> new ExemptGame(named.get(new AppId(it.game())), it.grantedAt()))
                        .toList(),
                size,
                it -> it.game().appId().value());
    }

    private Exemption place(String after) {
        return exemptions.findById(after).orElseThrow(() -> new InvalidValue("after", "list.no-page", after));
    }

    /** That game, if it has an exemption. */
    @Transactional(readOnly = true)
    public List<ExemptGame> exemptGames(AppId game) {
        return exemptions
                .findById(game.value())
                .filter(Exemption::isGranted)
                .map(it -> new ExemptGame(games.get(game), it.grantedAt()))
                .stream()
                .toList();
    }

    /** Those that wait for a second person, the oldest first. */
    @Transactional(readOnly = true)
    public List<WaitingRevocation> waiting() {
        var open = requests.open(RequestKind.REVOCATION);
        var known = revocations
                .findAllById(open.stream().map(RequestView::number).toList())
                .stream()
                .collect(Collectors.toMap(Revocation::number, Function.identity()));
        var named = games.named(known.values().stream().map(Revocation::game).toList());
        return open.stream()
                .map(it -> {
                    var revocation = known.get(it.number());
                    return new WaitingRevocation(
                            it, named.get(revocation.game()), revocation.items().size());
                })
                .toList();
    }

    /** A revocation as a request. */
    @Transactional(readOnly = true)
    public RequestView get(String number) {
        return requests.get(number);
    }

    /** Those under way or done, newest first. */
    @Transactional(readOnly = true)
    public List<RequestView> of(AppId game) {
        return requests.of(game, RequestKind.REVOCATION);
    }

    /**
     * Revokes at once, or asks a second person if many items go with it.
     *
     * @throws InvalidValue if a chosen item was not released under the exemption
     */
    public RequestView ask(RevocationWanted wanted, Username by) {
        var game = games.get(wanted.game());
        access.require(by, Capability.EXEMPTION_REVOKE, game.appId());
        IllegalTransition.unless(
                exemptions
                        .findById(game.appId().value())
                        .filter(Exemption::isGranted)
                        .isPresent(),
                "exemption.not-granted",
                game.name());
        var codes = codes(wanted);
        var request = requests.open(RequestKind.REVOCATION, game.appId(), game.team(), "", wanted.reason(), by);
        revocations.save(
                new Revocation(request.number(), game.appId(), wanted.takedown(), codes, request.message(), by));
        var needsSecond = codes.size() > settings.secondPersonAbove();
        if (!needsSecond) {
            requests.approveByRule(request.number(), "second-person-above=" + settings.secondPersonAbove());
        }
        process.asked(request, needsSecond);
        return request;
    }

    public void withdraw(AppId game, String number, Username by) {
        access.require(by, Capability.EXEMPTION_REVOKE, game);
        requests.withdraw(number, by);
        process.withdrawn(number);
    }

    private Collection<String> codes(RevocationWanted wanted) {
        var touched = items(wanted.game()).stream().map(ExemptItem::code).toList();
        return switch (wanted.takedown()) {
            case NONE -> List.of();
            case ALL -> touched;
            case CHOSEN -> {
                var unknown = wanted.items().stream()
                        .filter(it -> !touched.contains(it))
                        .toList();
                if (!unknown.isEmpty()) {
                    throw new InvalidValue("items", "exemption.not-released-under-it", String.join(", ", unknown));
                }
                yield wanted.items().stream()
                        .distinct()
                        .filter(Objects::nonNull)
                        .toList();
            }
        };
    }

    private List<ExemptItem> items(AppId game) {
        return exemptItems.stream().flatMap(it -> it.of(game).stream()).toList();
    }
}
