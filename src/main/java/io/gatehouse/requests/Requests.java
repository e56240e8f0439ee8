package io.gatehouse.requests;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** The requests of the teams and their decisions. */
@Service
@Transactional
public class Requests {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final RequestRepository requests;
    private final Access access;
    private final FourEyes fourEyes;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Requests(
            RequestRepository requests,
            Access access,
            FourEyes fourEyes,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.requests = requests;
        this.access = access;
        this.fourEyes = fourEyes;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Takes a request.
     *
     * @param subject what it is about within the game; one of a kind, game and subject can be open at a time
     * @throws InvalidValue unless the message has 1 to 500 characters
     * @throws IllegalTransition if such a request is open already
     */
    public RequestView open(
            RequestKind kind, @Nullable AppId game, TeamId team, String subject, String message, Username by) {
        IllegalTransition.unless(
                !requests.existsByKindAndGameAndTeamAndSubjectAndStatus(
                        kind, game, team, subject, RequestStatus.IN_PROGRESS),
                "request.open-already",
                kind);
        var now = clock.instant();
        var number = "%s-%s-%04d".formatted(kind.prefix(), DAY.format(now.atZone(zone)), requests.nextNumber());
        var request =
                requests.save(new Request(number, kind, game, team, subject, message, by, now, workingDays.after(now)));
        publish("request.opened", by, request.view());
        return request.view();
    }

    /** Remembers that somebody changed what a request asks for, so that they do not decide it. */
    public void changedBy(String number, Username person) {
        requests.save(required(number).changedBy(person));
    }

    /** @throws Forbidden without the right; @throws IllegalTransition for one who asks, or when it is decided */
    public RequestView approve(String number, Username by, @Nullable String note) {
        var request = required(number);
        requireDecider(request, by);
        var decided = requests.saveAndFlush(request.approve(by, note, clock.instant()))
                .view();
        publish("request.approved", by, decided);
        return decided;
    }

    /**
     * Approves what a rule says needs no decision of a person; four eyes do not apply, and no right is asked.
     *
     * @param rule kept as the note, for example the number of the exemption
     */
    public RequestView approveByRule(String number, String rule) {
        var approved = requests.saveAndFlush(required(number).approveByRule(rule, clock.instant()))
                .view();
        publish("request.approved", new Username(BusinessEvent.SYSTEM), approved);
        return approved;
    }

    /** As {@link #approve}; @throws InvalidValue without a note */
    public RequestView reject(String number, Username by, @Nullable String note) {
        var request = required(number);
        requireDecider(request, by);
        var decided =
                requests.saveAndFlush(request.reject(by, note, clock.instant())).view();
        publish("request.rejected", by, decided);
        return decided;
    }

    /** Approves in nobody's name what asks for no person's decision, once it is done; safe to call twice. */
    public RequestView complete(String number) {
        var request = required(number);
        if (!request.view().isOpen()) {
            return request.view();
        }
        var system = new Username(BusinessEvent.SYSTEM);
        var done = requests.saveAndFlush(request.approve(system, null, clock.instant()))
                .view();
        publish("request.approved", system, done);
        return done;
    }

    /** @throws IllegalTransition unless the submitter withdraws it before its decision */
    public RequestView withdraw(String number, Username by) {
        var withdrawn = requests.saveAndFlush(required(number).withdraw(by, clock.instant()))
                .view();
        publish("request.withdrawn", by, withdrawn);
        return withdrawn;
    }

    /** Ends what was granted. */
    public RequestView revoke(String number, Username by, String reason) {
        var revoked = requests.saveAndFlush(required(number).revoke(by, reason, clock.instant()))
                .view();
        publish("request.revoked", by, revoked);
        return revoked;
    }

    /**
     * Checks that a person may take part in the decision of a request, without taking it: for decisions of several
     * steps or with another right than the kind's own.
     */
    @Transactional(readOnly = true)
    public RequestView requireDecider(String number, Username by, Capability right) {
        var request = required(number);
        requireRight(request.view(), by, right);
        fourEyes.require(request, by);
        request.requireOpen();
        return request.view();
    }

    /**
     * Checks four eyes alone, for decisions that come after the request's own.
     *
     * @throws IllegalTransition for one who asks, or who belongs to the team that asks
     */
    @Transactional(readOnly = true)
    public void requireFourEyes(String number, Username by) {
        fourEyes.require(required(number), by);
    }

    /** @throws NotFound if there is none of that number */
    @Transactional(readOnly = true)
    public RequestView get(String number) {
        return required(number).view();
    }

    @Transactional(readOnly = true)
    public Optional<RequestView> find(String number) {
        return requests.findById(number).map(Request::view);
    }

    /** Those of a game and kind, newest first. */
    @Transactional(readOnly = true)
    public List<RequestView> of(AppId game, RequestKind kind) {
        return views(requests.findByGameAndKindOrderByRequestedAtDesc(game, kind));
    }

    /**
     * A page of those of a game and kind, newest first.
     *
     * @param after {@link Page#next()} of the page before
     */
    @Transactional(readOnly = true)
    public Page<RequestView> list(AppId game, RequestKind kind, @Nullable String after, int size) {
        var limit = Limit.of(size + 1);
        if (after == null) {
            var first = requests.findByGameAndKindOrderByRequestedAtDescNumberDesc(game, kind, limit);
            return Page.of(views(first), size, RequestView::number);
        }
        var last = find(after)
                .filter(it -> game.equals(it.game()) && it.kind() == kind)
                .orElseThrow(() -> new InvalidValue("after", "list.no-page", after));
        var next = requests.findBehind(game, kind, last.requestedAt(), last.number(), limit);
        return Page.of(views(next), size, RequestView::number);
    }

    /** Those of a team and kind, newest first. */
    @Transactional(readOnly = true)
    public List<RequestView> of(TeamId team, RequestKind kind) {
        return views(requests.findByTeamAndKindOrderByRequestedAtDesc(team, kind));
    }

    /** The latest 50 of a team. */
    @Transactional(readOnly = true)
    public List<RequestView> latest(TeamId team) {
        return views(requests.findTop50ByTeamOrderByRequestedAtDesc(team));
    }

    /** Those of some numbers, as far as there are any. */
    @Transactional(readOnly = true)
    public List<RequestView> of(Collection<String> numbers) {
        return views(requests.findAllById(numbers));
    }

    /** Those of a kind that wait for a decision, the oldest first. */
    @Transactional(readOnly = true)
    public List<RequestView> open(RequestKind kind) {
        return views(requests.findByKindAndStatusOrderByRequestedAt(kind, RequestStatus.IN_PROGRESS));
    }

    /** Those of some numbers that wait for a decision. */
    @Transactional(readOnly = true)
    public List<RequestView> openOnes(Collection<String> numbers) {
        return views(requests.findByNumberInAndStatus(numbers, RequestStatus.IN_PROGRESS));
    }

    private void requireDecider(Request request, Username by) {
        requireRight(request.view(), by, request.view().kind().decides());
        request.requireOpen();
        fourEyes.require(request, by);
    }

    private void requireRight(RequestView request, Username by, Capability right) {
        if (request.game() == null) {
            access.require(by, right);
        } else {
            access.require(by, right, request.game());
        }
    }

    private void publish(String type, Username by, RequestView request) {
        var event = BusinessEvent.of(type, by.value(), "request " + request.number())
                .under(request.number())
                .with("kind", request.kind())
                .with("team", request.team())
                .with("subject", request.subject())
                .with("message", request.message());
        if (request.game() != null) {
            event = event.in(request.game());
        }
        if (request.note() != null) {
            event = event.with("note", request.note());
        }
        events.publishEvent(event);
    }

    private Request required(String number) {
        return requests.findById(number).orElseThrow(() -> new NotFound("request.unknown", number));
    }

    private static List<RequestView> views(List<Request> found) {
        return found.stream().map(Request::view).toList();
    }
}
