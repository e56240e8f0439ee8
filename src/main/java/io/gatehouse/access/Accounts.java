package io.gatehouse.access;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.TeamId;

interface Accounts extends JpaRepository<Account, String> {

    @Query("select distinct a from Account a join a.memberships m where m.team = :team")
    List<Account> findMembers(TeamId team);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username in :usernames order by a.username")
    List<Account> findAllForUpdate(Collection<String> usernames);
}
