package io.gatehouse.audit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.audit.CaseLine;
import io.gatehouse.audit.CaseView;
import io.gatehouse.audit.LogLine;
import io.gatehouse.audit.Moment;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestView;

/** What those are called whom a page names, by user names and ids of teams. */
@Component
class Named {

    private final People people;
    private final Games games;

    Named(People people, Games games) {
        this.people = people;
        this.games = games;
    }

    Map<String, String> people(Page<CaseLine> page) {
        return people.called(requests(page).stream().flatMap(Named::people).toList());
    }

    Map<String, String> people(CaseView view) {
        var asked = Stream.ofNullable(view.request()).flatMap(Named::people);
        var acted = view.timeline().stream().map(Moment::who);
        var steps = view.instances().stream()
                .flatMap(it -> it.activities().stream())
                .map(view::actor);
        return people.called(Stream.of(asked, acted, steps)
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .toList());
    }

    Map<String, String> people(Collection<LogLine> lines) {
        return people.called(lines.stream().map(it -> it.entry().actor()).toList());
    }

    Map<String, String> teams(Page<CaseLine> page) {
        return teams(requests(page));
    }

    Map<String, String> teams(CaseView view) {
        return teams(Stream.ofNullable(view.request()).toList());
    }

    private Map<String, String> teams(List<RequestView> requests) {
        return games.teamNames(requests.stream().map(RequestView::team).toList());
    }

    private static List<RequestView> requests(Page<CaseLine> page) {
        return page.rows().stream()
                .map(CaseLine::request)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<String> people(RequestView request) {
        return Stream.of(request.requestedBy(), request.decidedBy())
                .filter(Objects::nonNull)
                .map(Username::value);
    }
}
