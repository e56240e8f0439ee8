package io.gatehouse.audit;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.mail.Mails;
import io.gatehouse.requests.RequestView;
import io.gatehouse.requests.Requests;
import io.gatehouse.workflow.CaseFilter;
import io.gatehouse.workflow.CaseHistory;
import io.gatehouse.workflow.CaseRow;
import io.gatehouse.workflow.History;

/** The cases as auditors read them: the process history, joined with requests, the business log, mails and notifications. */
@Service
@Transactional(readOnly = true)
public class Cases {

    private static final int PAGE = 50;
    private static final String DELIVERY = "item-delivery";

    private final History history;
    private final Requests requests;
    private final BusinessLog log;
    private final Proofs proofs;
    private final Mails mails;
    private final Notifications notifications;
    private final Games games;
    private final ObjectMapper json;
    private final Clock clock;

    Cases(
            History history,
            Requests requests,
            BusinessLog log,
            Proofs proofs,
            Mails mails,
            Notifications notifications,
            Games games,
            ObjectMapper json,
            Clock clock) {
        this.history = history;
        this.requests = requests;
        this.log = log;
        this.proofs = proofs;
        this.mails = mails;
        this.notifications = notifications;
        this.games = games;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Finds cases, the latest first. Game, team and person are looked up in the business log, which answers with the
     * latest 5000 cases of each.
     *
     * @param after the {@link Page#next()} of the page before; null for the first one
     */
    public Page<CaseLine> find(CaseSearch search, @Nullable String after) {
        var filter = new CaseFilter(
                search.processes(),
                search.running(),
                numbers(search),
                search.startedFrom(),
                search.startedTo(),
                search.late());
        var found = history.cases(filter, after, PAGE);
        return new Page<>(lines(found.rows()), found.next());
    }

    /** @throws NotFound if no process, request or row of the log has that number */
    public CaseView get(String number) {
        var instances = history.of(number);
        var request = requests.find(number).orElse(null);
        var rows = log.of(number);
        if (instances.isEmpty() && request == null && rows.isEmpty()) {
            throw new NotFound("case.unknown", number);
        }
        var sent = mails.of(number);
        var timeline = new Timeline(json, rows)
                .addMails(sent, clock.instant())
                .addNotifications(notifications.attempts(number))
                .addNotifications(notifications.attemptsOfRefund(number));
        instances.forEach(timeline::add);
        var appId = game(request, log.games(List.of(number)).get(number));
        var game = appId == null ? null : games.named(List.of(appId)).get(appId);
        return new CaseView(number, request, game, instances, timeline.moments(), sent, rows, proofs.of(rows));
    }

    /** @throws NotFound unless it is an instance of that case */
    public CaseHistory instance(String number, String id) {
        return history.of(number).stream()
                .filter(it -> it.row().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("case.unknown", number));
    }

    private List<CaseLine> lines(List<CaseRow> rows) {
        var asked =
                requests.of(numbers(rows)).stream().collect(Collectors.toMap(RequestView::number, Function.identity()));
        var logged = log.games(numbers(rows));
        var about = new HashMap<String, AppId>();
        for (var number : numbers(rows)) {
            var game = game(asked.get(number), logged.get(number));
            if (game != null) {
                about.put(number, game);
            }
        }
        var known = games.named(about.values());
        return rows.stream()
                .map(row -> {
                    var number = Objects.requireNonNullElse(row.businessKey(), "");
                    var game = about.get(number);
                    return CaseLine.of(row, asked.get(number), game == null ? null : known.get(game), clock.instant());
                })
                .toList();
    }

    private static Set<String> numbers(List<CaseRow> rows) {
        return rows.stream().map(CaseRow::businessKey).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static @Nullable AppId game(@Nullable RequestView request, @Nullable String logged) {
        return Optional.ofNullable(request)
                .map(RequestView::game)
                .or(() -> Optional.ofNullable(logged).map(AppId::new))
                .orElse(null);
    }

    private @Nullable Set<String> numbers(CaseSearch search) {
        var orders = search.processes() == null || search.processes().contains(DELIVERY);
        Set<String> numbers = null;
        if (search.person() != null) {
            numbers = log.casesOf(search.person(), orders);
        }
        if (search.game() != null) {
            numbers = both(numbers, log.casesIn(List.of(search.game().value()), orders));
        }
        if (search.team() != null) {
            var own = games.of(search.team()).stream()
                    .map(it -> it.appId().value())
                    .toList();
            var ofTeam = new HashSet<>(log.casesIn(own, orders));
            requests.latest(search.team()).forEach(it -> ofTeam.add(it.number()));
            numbers = both(numbers, ofTeam);
        }
        return numbers;
    }

    private static Set<String> both(@Nullable Set<String> one, Set<String> other) {
        if (one == null) {
            return other;
        }
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
