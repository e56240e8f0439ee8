package io.gatehouse.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;

interface ImportRuns extends JpaRepository<ImportRun, String> {

    Optional<ImportRun> findByNumberAndGame(String number, AppId game);

    List<ImportRun> findTop50ByGameOrderByCreatedAtDesc(AppId game);

    @Query(value = "select nextval('import_number')", nativeQuery = true)
    long nextNumber();

    /** @throws NotFound also for an import of another game */
    default ImportRun required(AppId game, String number) {
        return findByNumberAndGame(number, game).orElseThrow(() -> new NotFound("import.unknown", number));
    }
}
