package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;

interface ImportRuns extends JpaRepository<ImportRun, String> {

    Optional<ImportRun> findByNumberAndGame(String number, AppId game);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ImportRun> findLockedByNumberAndGame(String number, AppId game);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ImportRun> findLockedByNumber(String number);

    List<ImportRun> findTop50ByGameOrderByCreatedAtDesc(AppId game);

    Optional<ImportRun> findByGameAndStatus(AppId game, ImportStatus status);

    List<ImportRun> findTop20ByStatusAndCreatedAtBefore(ImportStatus status, Instant then);

    @Query(value = "select nextval('import_number')", nativeQuery = true)
    long nextNumber();

    /** The oldest in that state that waits for somebody to take it up, or whose holder has been silent since then. */
    @Query(value = """
            select * from import_run
            where status = :status and status in ('READING', 'WRITING') and (alive_at is null or alive_at < :silent)
            order by created_at limit 1 for update skip locked
            """, nativeQuery = true)
    Optional<ImportRun> oldestWaiting(String status, Instant silent);

    /** @throws NotFound also for an import of another game */
    default ImportRun required(AppId game, String number) {
        return findByNumberAndGame(number, game).orElseThrow(() -> new NotFound("import.unknown", number));
    }

    /** Nobody else changes it before the transaction ends; as {@link #required} otherwise. */
    default ImportRun locked(AppId game, String number) {
        return findLockedByNumberAndGame(number, game).orElseThrow(() -> new NotFound("import.unknown", number));
    }

    /** @throws RunLost if it is gone */
    default ImportRun locked(String number) {
        return findLockedByNumber(number).orElseThrow(() -> new RunLost(number));
    }
}
