package io.gatehouse.catalogue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import io.gatehouse.TableLock;
import io.gatehouse.core.IllegalTransition;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** An import in the background … */
class ImportRunnerTests extends CatalogueTest {

    private static final int MANY = 20_000;

    @Autowired
    ItemImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    ImportRuns runs;

    @Autowired
    ImportedRows rows;

    @Autowired
    ImportFiles files;

    @Autowired
    ImportReading reading;

    @Autowired
    ImportWriting writing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void readsAndWritesTwentyThousandRows() throws IOException {

        var number = upload(Workbooks.ofRows(folder, MANY), pictures(MANY));
        runner.finish();
        assertThat(imports.get(game, number).newRows()).isEqualTo(MANY);
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 0);

        assertThat(imports.confirm(game, number, MEI).isUnderWay()).isTrue();
        runner.finish();

        var run = imports.get(game, number);
        assertThat(run.status()).isEqualTo(ImportStatus.WRITTEN);
        assertThat(run.rowsWritten()).isEqualTo(MANY);
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.DRAFT, MANY);
        assertThat(logged("item.created")).isEqualTo(MANY);
        assertThat(logged("import.written")).isEqualTo(1);
        assertThat(catalogue.get(game, new ItemCode("item_20000")).current().origin())
                .isEqualTo(number);
    }

    @Test
    void isReadAgainFromItsFirstRowWhenItsInstanceHasDied() throws IOException {

        var dead = heldByAnother(600);
        reading(dead, 1);
        runner.finish();
        assertThat(imports.get(game, dead.number()).isReading()).isTrue();

        clock.advance(Duration.ofMinutes(3));
        runner.finish();

        var run = imports.get(game, dead.number());
        assertThat(run.isOpen()).isTrue();
        assertThat(run.rows()).isEqualTo(600);
        assertThatExceptionOfType(RunLost.class).isThrownBy(() -> reading.read(dead));
    }

    @Test
    void isLeftToAnotherInstanceWhenItsOwnIsStopped() throws Exception {

        var number = waiting(MANY);
        var stopped = new ImportRunner(runs, rows, files, reading, writing, transactions, clock);
        stopped.tidy();
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> imports.get(game, number).rowsRead() > 0);

        // however fast it reads, it does not get to the end meanwhile
        try (var held = TableLock.on("import_row", database)) {
            stopped.destroy();
            assertThat(held.isHeld()).isTrue();
        }
        await().until(() -> imports.get(game, number).waiting());
        assertThat(imports.get(game, number).isReading()).isTrue();
        runner.finish();

        var run = imports.get(game, number);
        assertThat(run.isOpen()).isTrue();
        assertThat(run.rows()).isEqualTo(MANY);
    }

    @Test
    void endsWhenSomebodyStopsIt() throws IOException {

        var stopped = heldByAnother(600);
        reading(stopped, 1);

        imports.discard(game, stopped.number(), LUCIA);

        assertThatExceptionOfType(RunLost.class).isThrownBy(() -> reading.read(stopped));
        clock.advance(Duration.ofMinutes(3));
        runner.finish();
        assertThat(imports.get(game, stopped.number()).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(db.sql("select count(*) from import_row where import = ?")
                        .param(stopped.number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isGivenUpWhenItBreaksOffAgainAndAgain() throws IOException {

        var run = heldByAnother(2);
        db.sql("update import_run set tries = 3, alive_at = null where number = ?")
                .param(run.number())
                .update();

        runner.finish();

        assertThat(imports.get(game, run.number()).status()).isEqualTo(ImportStatus.FAILED);
    }

    @Test
    void isTriedAgainOnlyAfterAWhile() throws IOException {

        var number = checked(600);
        db.sql("update import_row set price_minor = null where import = ? and number = 600")
                .param(number)
                .update();
        imports.confirm(game, number, MEI);
        runner.finish();
        runner.finish();
        assertThat(tries(number)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(3));
        runner.finish();

        assertThat(tries(number)).isEqualTo(2);
        assertThat(imports.get(game, number).isWriting()).isTrue();
    }

    @Test
    void keepsNoPicturesWhenItsWritingIsGivenUp() throws IOException {

        var number = checked(600);
        transaction.executeWithoutResult(it -> {
            imports.confirm(game, number, MEI);
            db.sql("update import_run set tries = 3 where number = ?")
                    .param(number)
                    .update();
        });
        runner.finish();

        assertThat(imports.get(game, number).status()).isEqualTo(ImportStatus.FAILED);
        assertThat(picturesOf(number)).isZero();
    }

    @Test
    void isTheOnlyOneOfItsGameThatIsRead() throws IOException {

        var first = heldByAnother(2);

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> upload(Workbooks.ofRows(folder, 2), null))
                .satisfies(it -> assertThat(it.arguments()).containsExactly(first.number()));
        assertThat(imports.of(game)).hasSize(1);
    }

    @Test
    void isWrittenOnceHoweverManyBrowsersConfirmIt() throws IOException {

        var number = checked(600);

        var confirmations = IntStream.range(0, 4)
                .mapToObj(it -> CompletableFuture.supplyAsync(() -> imports.confirm(game, number, MEI)))
                .toList();
        confirmations.forEach(CompletableFuture::join);
        runner.finish();

        assertThat(imports.get(game, number).status()).isEqualTo(ImportStatus.WRITTEN);
        assertThat(logged("item.created")).isEqualTo(600);
        assertThat(logged("import.written")).isEqualTo(1);
    }

    @Test
    void isWrittenByWhoeverTakesItUpWhenItsInstanceHasDied() throws IOException {

        var number = checked(600);
        var dead = Objects.requireNonNull(transaction.execute(it -> {
            imports.confirm(game, number, MEI);
            return runs.saveAndFlush(runs.locked(number).takeUp(clock.instant()));
        }));
        runner.finish();
        assertThat(imports.get(game, number).isWriting()).isTrue();
        transaction.executeWithoutResult(
                it -> runs.saveAndFlush(runs.locked(number).takeUp(clock.instant())));

        assertThatExceptionOfType(RunLost.class).isThrownBy(() -> writing.write(dead, rows -> {}));
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 0);
        clock.advance(Duration.ofMinutes(3));
        runner.finish();

        assertThat(imports.get(game, number).status()).isEqualTo(ImportStatus.WRITTEN);
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.DRAFT, 600);
    }

    @Test
    void isWrittenAsAWholeOrNotAtAll() throws IOException {

        var number = checked(1500);
        add("item_1500", "9.99");

        imports.confirm(game, number, MEI);
        runner.finish();

        var run = imports.get(game, number);
        assertThat(run.isOpen()).isTrue();
        assertThat(run.fault())
                .isEqualTo(new CellFault("workbook", "import.changed-meanwhile", List.of(number, "item_1500")));
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 1);
        assertThat(logged("import.written")).isZero();
    }

    @Test
    void isDiscardedWhenNobodyConfirmsItForAMonth() throws IOException {

        var number = checked(2);

        clock.advance(Duration.ofDays(31));
        runner.tidy();

        assertThat(imports.get(game, number).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(picturesOf(number)).isZero();
    }

    private String checked(int rows) throws IOException {
        var number = upload(Workbooks.ofRows(folder, rows), pictures(rows));
        runner.finish();
        return number;
    }

    /** Uploads a workbook that another instance has taken up at once. */
    private ImportRun heldByAnother(int rows) {
        return Objects.requireNonNull(transaction.execute(it -> {
            try {
                var number = upload(Workbooks.ofRows(folder, rows), null);
                return runs.saveAndFlush(runs.locked(number).takeUp(clock.instant()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }));
    }

    /** Uploads a workbook that nobody has taken up yet. */
    private String waiting(int rows) {
        var number = heldByAnother(rows).number();
        db.sql("update import_run set alive_at = null where number = ?")
                .param(number)
                .update();
        return number;
    }

    /** The other instance has read a few rows of it. */
    private void reading(ImportRun run, int rows) {
        db.sql("""
                insert into import_row (import, number, result, code, name, price, image, remark, faults, base_version)
                select ?, i + 1, 'REFUSED', '', '', '', '', '', '[]', 0 from generate_series(1, ?) i
                """).param(run.number()).param(rows).update();
    }

    private String upload(Path workbook, @Nullable Path pictures) throws IOException {
        try (var book = Files.newInputStream(workbook);
                var zip = pictures == null ? null : Files.newInputStream(pictures)) {
            return imports.upload(game, ImportMode.CREATE_AND_UPDATE, "winter.xlsx", book, zip, MEI);
        }
    }

    private Path pictures(int rows) throws IOException {
        var gem = png(Color.RED);
        return Workbooks.zip(
                folder,
                IntStream.rangeClosed(1, rows)
                        .boxed()
                        .flatMap(it -> Stream.of("item_%d.png".formatted(it), gem))
                        .toArray());
    }

    private int picturesOf(String number) {
        return db.sql("select count(*) from import_picture where import = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private int tries(String number) {
        return db.sql("select tries from import_run where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private int logged(String type) {
        return db.sql("select count(*) from business_log where type = ? and game = ?")
                .param(type)
                .param(game.value())
                .query(Integer.class)
                .single();
    }
}
