package io.gatehouse.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Page;
import io.gatehouse.core.SearchKey;
import io.gatehouse.core.TeamId;

/** All people and teams as lists, page by page: there may be tens of thousands. */
@Service
@Transactional(readOnly = true)
public class Roster {

    /** Whose people are listed. */
    public enum Group {
        SUPERAPP(Role.Side.SUPERAPP),
        PLATFORM(Role.Side.PLATFORM),
        TEAMS(Role.Side.TEAM),
        NOBODY(null);

        private final Role.@Nullable Side side;

        Group(Role.@Nullable Side side) {
            this.side = side;
        }

        /** Those that make somebody one of them. */
        private List<Role> roles() {
            return Arrays.stream(Role.values()).filter(it -> it.side() == side).toList();
        }
    }

    /** A team, and who keeps it. */
    public record TeamView(TeamId id, String name, List<String> administrators, long members, long games) {}

    /** The first who hold a role, by name, and how many more there are. */
    public record Holders(List<String> names, long more) {}

    private static final int NAMED = 8;

    private final Accounts accounts;
    private final Teams teams;
    private final MiniPrograms programs;
    private final Invitations invitations;

    Roster(Accounts accounts, Teams teams, MiniPrograms programs, Invitations invitations) {
        this.accounts = accounts;
        this.teams = teams;
        this.programs = programs;
        this.invitations = invitations;
    }

    /**
     * Those of a group whose name, user name or mail address has that text in it, by name.
     *
     * @param after {@link Page#next()} of the page before
     */
    public Page<AccountView> people(Group group, String text, @Nullable String after, int size) {
        var key = SearchKey.of(after);
        var like = SearchKey.like(text);
        var limit = Limit.of(size + 1);
        var found = group == Group.NOBODY
                ? accounts.searchNobodies(like, key.name(), key.id(), limit)
                : accounts.searchHolders(group.roles(), like, key.name(), key.id(), limit);
        var invited = invitations.open(found.stream().map(Account::username).toList());
        return Page.of(
                found.stream()
                        .map(it -> it.view(invited.contains(it.username())))
                        .toList(),
                size,
                it -> SearchKey.text(it.username(), it.name()));
    }

    /** How many are in each group. */
    public Map<Group, Long> counts() {
        var counts = new EnumMap<Group, Long>(Group.class);
        for (var each : Group.values()) {
            counts.put(each, each == Group.NOBODY ? accounts.countNobodies() : accounts.countHolders(each.roles()));
        }
        return counts;
    }

    /**
     * Who holds each role at the superapp or the platform and can sign in: also the roles nobody holds. Who holds those
     * of teams shows with the teams.
     */
    public Map<Role, Holders> holders(Group group) {
        var holders = new LinkedHashMap<Role, Holders>();
        if (group == Group.SUPERAPP || group == Group.PLATFORM) {
            for (var role : group.roles()) {
                var names = accounts.findNames(role, Limit.of(NAMED));
                holders.put(role, new Holders(names, accounts.countEnabled(role) - names.size()));
            }
        }
        return holders;
    }

    /**
     * The teams whose name or id has that text in it, by name.
     *
     * @param after {@link Page#next()} of the page before
     */
    public Page<TeamView> teams(String text, @Nullable String after, int size) {
        var key = SearchKey.of(after);
        var found = teams.search(SearchKey.like(text), key.name(), key.id(), Limit.of(size + 1));
        var ids = found.stream().map(Team::id).toList();
        var administrators = accounts.findHolders(Role.ADMINISTRATOR, ids).stream()
                .collect(Collectors.groupingBy(
                        Accounts.Holder::team, Collectors.mapping(Accounts.Holder::name, Collectors.toList())));
        var members = accounts.countMembers(ids).stream()
                .collect(Collectors.toMap(Accounts.Size::team, Accounts.Size::members));
        var games = programs.count(ids.stream().map(TeamId::value).toList()).stream()
                .collect(Collectors.toMap(MiniPrograms.Size::team, MiniPrograms.Size::programs));
        return Page.of(
                found.stream()
                        .map(it -> new TeamView(
                                it.id(),
                                it.name(),
                                administrators.getOrDefault(it.id(), List.of()),
                                members.getOrDefault(it.id(), 0L),
                                games.getOrDefault(it.id().value(), 0L)))
                        .toList(),
                size,
                it -> SearchKey.text(it.id(), it.name()));
    }
}
