package io.gatehouse.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

import io.gatehouse.core.AppId;

interface UndeliveredCases extends ListCrudRepository<UndeliveredCase, String> {

    long countByAppIdAndClosedAtIsNullAndAwaitingAndWithSuperappFalse(AppId game, UndeliveredCase.Awaiting awaiting);

    long countByClosedAtIsNullAndAwaitingAndWithSuperappTrueAndDueAtBefore(
            UndeliveredCase.Awaiting awaiting, Instant time);

    /** How many of a game wait for the superapp. */
    record OfGame(AppId game, long number) {}

    @Query("""
            select new io.gatehouse.orders.UndeliveredCases$OfGame(it.appId, count(it)) from UndeliveredCase it
             where it.closedAt is null and it.withSuperapp and it.awaiting = DECISION
             group by it.appId
            """)
    List<OfGame> countWithSuperapp();

    @Query("""
            select it from UndeliveredCase it
             where it.closedAt is null and it.withSuperapp and it.awaiting = DECISION
               and (:game is null or it.appId = :game)
             order by it.dueAt, it.orderNo
            """)
    List<UndeliveredCase> findWithSuperapp(@Param("game") @Nullable AppId game, Limit limit);

    @Query("""
            select it from UndeliveredCase it
             where it.closedAt is null and it.withSuperapp and it.awaiting = DECISION
               and (:game is null or it.appId = :game)
               and (it.dueAt > :due or it.dueAt = :due and it.orderNo > :order)
             order by it.dueAt, it.orderNo
            """)
    List<UndeliveredCase> findWithSuperapp(
            @Param("game") @Nullable AppId game, @Param("due") Instant due, @Param("order") String order, Limit limit);

    /** One statement for any number of orders: a list in parentheses would be another one for each length. */
    @Query(
            value = "select * from undelivered_case where closed_at is null and order_no = any(:orders)",
            nativeQuery = true)
    List<UndeliveredCase> findOpen(@Param("orders") String[] orders);
}
