package io.gatehouse.access;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.TeamId;

interface Accounts extends JpaRepository<Account, String> {

    /** Of those called like that, which stand behind a place of the list by name. */
    String CALLED_BEHIND = """
            select a from Account a
             where (lower(a.name) like :like escape '!' or lower(a.username) like :like escape '!' or lower(a.email) like :like escape '!')
               and (a.name > :name or a.name = :name and a.username > :username)
            """;

    String BY_NAME = " order by a.name, a.username";

    @Query("select distinct a from Account a join a.memberships m where m.team = :team")
    List<Account> findMembers(TeamId team);

    /**
     * By name, from a place on.
     *
     * @param like a pattern in lower case, with {@code !} before what is no wildcard
     */
    @Query(CALLED_BEHIND + BY_NAME)
    List<Account> search(String like, String name, String username, Limit limit);

    /** The same of those who have one of some roles. */
    @Query(CALLED_BEHIND + "and exists (select m from a.memberships m where m.role in :roles)" + BY_NAME)
    List<Account> searchHolders(Collection<Role> roles, String like, String name, String username, Limit limit);

    /** The same of those without any role. */
    @Query(CALLED_BEHIND + "and a.memberships is empty" + BY_NAME)
    List<Account> searchNobodies(String like, String name, String username, Limit limit);

    @Query("select count(distinct a) from Account a join a.memberships m where m.role in :roles")
    long countHolders(Collection<Role> roles);

    @Query("select count(a) from Account a where a.memberships is empty")
    long countNobodies();

    @Query("select count(a) from Account a join a.memberships m where m.role = :role and a.enabled")
    long countEnabled(Role role);

    @Query("select a.name from Account a join a.memberships m where m.role = :role and a.enabled order by a.name")
    List<String> findNames(Role role, Limit limit);

    /** Those who can sign in and have one of some roles, wherever. */
    @Query(
            "select distinct a from Account a join a.memberships m where m.role in :roles and a.enabled order by a.username")
    List<Account> findHolders(Collection<Role> roles);

    /** The same of those who have it in a team, or at the platform or the superapp. */
    @Query("""
            select distinct a from Account a join a.memberships m
             where m.role in :roles and (m.team = :team or m.team is null) and a.enabled
             order by a.username
            """)
    List<Account> findHolders(Collection<Role> roles, TeamId team);

    /** How many members a team has, whether they can sign in or not. */
    record Size(TeamId team, long members) {}

    @Query("""
            select new io.gatehouse.access.Accounts$Size(m.team, count(m))
              from Account a join a.memberships m where m.team in :teams group by m.team
            """)
    List<Size> countMembers(Collection<TeamId> teams);

    /** Somebody who can sign in and has a role in a team. */
    record Holder(TeamId team, String name) {}

    @Query("""
            select new io.gatehouse.access.Accounts$Holder(m.team, a.name)
              from Account a join a.memberships m where m.team in :teams and m.role = :role and a.enabled order by a.name
            """)
    List<Holder> findHolders(Role role, Collection<TeamId> teams);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username in :usernames order by a.username")
    List<Account> findAllForUpdate(Collection<String> usernames);
}
