package io.gatehouse.orders;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

import io.gatehouse.core.AppId;

interface UndeliveredCases extends ListCrudRepository<UndeliveredCase, String> {

    long countByAppIdAndClosedAtIsNullAndAwaitingAndWithSuperappFalse(AppId game, UndeliveredCase.Awaiting awaiting);

    long countByClosedAtIsNullAndAwaitingAndWithSuperappTrue(UndeliveredCase.Awaiting awaiting);

    List<UndeliveredCase> findByClosedAtIsNullAndAwaitingAndWithSuperappTrueOrderByDueAt(
            UndeliveredCase.Awaiting awaiting, Limit limit);

    /** One statement for any number of orders: a list in parentheses would be another one for each length. */
    @Query(
            value = "select * from undelivered_case where closed_at is null and order_no = any(:orders)",
            nativeQuery = true)
    List<UndeliveredCase> findOpen(@Param("orders") String[] orders);
}
