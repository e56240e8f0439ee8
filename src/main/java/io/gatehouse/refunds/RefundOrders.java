package io.gatehouse.refunds;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;

/** The refund orders. */
interface RefundOrders extends JpaRepository<Refund, String> {

    Optional<Refund> findByNumberAndGame(String number, AppId game);

    Optional<Refund> findByGameAndExternalNo(AppId game, String externalNo);

    List<Refund> findByGameAndOrderNoOrderByInitiatedAt(AppId game, String orderNo);

    @Query("select count(it) from Refund it where it.orderNo = :orderNo and it.status in :statuses")
    long countOpen(String orderNo, Collection<RefundStatus> statuses);

    /** For a report of the channel, which may come while the process asks for it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select it from Refund it where it.number = :number")
    Optional<Refund> lock(String number);
}
