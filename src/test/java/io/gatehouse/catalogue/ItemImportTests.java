package io.gatehouse.catalogue;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.catalogue.PoisonFile.Fault;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Sentences;

import static io.gatehouse.catalogue.CatalogueFixtures.image;
import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemImportTests extends CatalogueTest {

    @Autowired
    ItemImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    DryRun dryRun;

    @Autowired
    Sentences sentences;

    @TempDir
    Path folder;

    @Test
    void writesNothingBeforeItIsConfirmed() throws IOException {

        var number = dryRun(ImportMode.CREATE, gems(), null);

        assertThat(imports.get(game, number).newRows()).isEqualTo(1);
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 0);
    }

    @Test
    void makesTheSameItemAsTypingIt() throws IOException {

        catalogue.add(game, new ItemEntry("typed", "100 gems", "0.99", "A pile"), png(Color.RED), MEI);
        var number = dryRun(
                ImportMode.CREATE,
                Workbooks.ofTheTemplate()
                        .row(1, "imported", "100 gems", 0.99, null, "A pile")
                        .picture(1, png(Color.RED)),
                null);

        imports.confirm(game, number, MEI);

        var typed = catalogue.get(game, new ItemCode("typed")).current();
        var imported = catalogue.get(game, new ItemCode("imported")).current();
        assertThat(imported)
                .usingRecursiveComparison()
                .ignoringFields("madeAt", "origin")
                .isEqualTo(typed);
    }

    @Test
    void tellsNewChangedUnchangedAndRefusedRowsApart() throws IOException {

        add("same", "1.00");
        add("dearer", "1.00");
        add("reviewed", "1.00");
        ask("reviewed");
        var number = dryRun(
                ImportMode.CREATE_AND_UPDATE,
                Workbooks.ofTheTemplate()
                        .row(1, "same", "Gems", 1)
                        .row(2, "dearer", "Gems", 1.5)
                        .row(3, "fresh", "Gems", 1)
                        .picture(3, png(Color.BLUE))
                        .row(4, "reviewed", "Gems", 2)
                        .row(5, "no picture", "Gems", 9.999),
                null);

        var run = imports.get(game, number);
        imports.confirm(game, number, MEI);

        assertThat(List.of(run.newRows(), run.changedRows(), run.unchangedRows(), run.refusedRows()))
                .containsExactly(1, 1, 1, 2);
        assertThat(catalogue.get(game, new ItemCode("same")).latest()).isEqualTo(1);
        assertThat(catalogue.get(game, new ItemCode("dearer")).latest()).isEqualTo(2);
        assertThat(catalogue.get(game, new ItemCode("fresh")).latest()).isEqualTo(1);
    }

    @Test
    void refusesExistingItemsWhereItMayOnlyCreate() throws IOException {

        add("gem_100", "1.00");
        var number = dryRun(ImportMode.CREATE, gems(), null);

        assertThat(rows(number).get(0).faults()).extracting(CellFault::code).containsExactly("item.code-taken");
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> imports.confirm(game, number, MEI));
    }

    @Test
    void neverUsesTheIdOfADeletedItemAgain() throws IOException {

        add("gem_100", "1.00");
        catalogue.delete(game, new ItemCode("gem_100"), MEI);
        var number = dryRun(ImportMode.CREATE_AND_UPDATE, gems(), null);

        assertThat(rows(number).get(0).faults()).extracting(CellFault::code).containsExactly("item.code-was-used");
    }

    @Test
    void takesPicturesFromAZipByItemId() throws IOException {

        var zip = Workbooks.zip(
                folder,
                "art/gem_100.PNG",
                png(Color.RED),
                "__MACOSX/gem_100.png",
                new byte[] {1},
                "notes.txt",
                new byte[1]);
        var book = Workbooks.ofTheTemplate().row(1, "gem_100", "Gems", 1).row(2, "coin", "Coins", 1, "File in the zip");

        var number = dryRun(ImportMode.CREATE, book, zip);

        assertThat(imports.get(game, number).newRows()).isEqualTo(1);
        assertThat(rows(number).get(1).faults()).extracting(CellFault::code).containsExactly("picture.none-in-zip");
    }

    @Test
    void holdsFewLargePicturesAtOnceWhereverTheyComeFrom() throws IOException {

        var noise = new Random(1);
        var book = Workbooks.ofTheTemplate();
        var files = new ArrayList<Object>();
        for (var row = 1; row <= 12; row++) {
            book.row(row, "gem_" + row, "Gems", 1);
            files.add("gem_%d.jpg".formatted(row));
            files.add(large(CatalogueFixtures.jpeg(200, 200), noise));
        }
        var zip = Workbooks.zip(folder, files.toArray());
        var run = new ImportRun(
                "IM-1", game, "items.xlsx", ImportMode.CREATE, Currency.getInstance("USD"), MEI, clock.instant());

        var sizes = new ArrayList<Long>();
        dryRun.run(run, book.in(folder), zip, (rows, declared) -> sizes.add(bytes(rows)));

        assertThat(sizes).containsExactly(10_000_000L, 10_000_000L, 4_000_000L);
    }

    /** What follows the end of a picture shows nothing, and no zip makes this smaller. */
    private static byte[] large(byte[] picture, Random noise) {
        var content = new byte[2_000_000];
        noise.nextBytes(content);
        System.arraycopy(picture, 0, content, 0, picture.length);
        return content;
    }

    private static long bytes(List<CheckedRow> rows) {
        return rows.stream()
                .map(CheckedRow::picture)
                .filter(Objects::nonNull)
                .mapToLong(it -> it.content().length)
                .sum();
    }

    @Test
    void refusesPicturesThatBreakARuleAndAddressesItDoesNotFetch() throws IOException {

        var book = Workbooks.ofTheTemplate()
                .row(1, "gif", "Gems", 1)
                .picture(1, image("gif", 200, 200, Color.RED))
                .row(2, "address", "Gems", 1, "http://img.example/a.png")
                .row(3, "two", "Gems", 1)
                .picture(3, png(Color.RED))
                .picture(3, png(Color.BLUE))
                .row(4, "none", "Gems", 1);

        var number = dryRun(ImportMode.CREATE, book, null);

        assertThat(rows(number))
                .flatExtracting(ImportRowView::faults)
                .extracting(CellFault::code)
                .containsExactly(
                        "picture.neither-png-nor-jpeg",
                        "picture.cell-not-understood",
                        "picture.several",
                        "picture.missing");
    }

    @Test
    void keepsNothingOfAPoisonFileButItsFault() throws IOException {

        var book = Workbooks.ofTheTemplate()
                .row(1, "gem", "Gems", 1)
                .picture(1, png(Color.RED))
                .row(2, "coin", "Coins", 1)
                .formula(2, 2, "C2*2");
        var formulas = dryRun(ImportMode.CREATE, book, null);
        var text = Files.writeString(folder.resolve("pictures.zip"), "no zip");
        var noZip = dryRun(ImportMode.CREATE, gems(), text);

        refused(formulas, Fault.FORMULAS, "workbook", "C3");
        refused(noZip, Fault.NOT_A_ZIP, "pictures");
    }

    private void refused(String number, Fault fault, String field, String... arguments) {
        var run = imports.get(game, number);
        assertThat(run.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(run.fault()).isEqualTo(new CellFault(field, "import." + fault.key(), List.of(arguments)));
        assertThat(run.rows()).isZero();
        assertThat(rows(number)).isEmpty();
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> imports.confirm(game, number, MEI))
                .satisfies(it -> assertThat(sentences.of(it, Locale.ENGLISH))
                        .isEqualTo("Import %s has ended, and nothing of it was written. Start a new import.", number));
    }

    @Test
    void takesNoEmptyFile() {

        assertThatExceptionOfType(PoisonFile.class)
                .isThrownBy(() ->
                        imports.upload(game, ImportMode.CREATE, "items.xlsx", InputStream.nullInputStream(), null, MEI))
                .satisfies(it -> assertThat(it.fault()).isEqualTo(Fault.EMPTY));
        assertThat(imports.of(game)).isEmpty();
    }

    @Test
    void writesNoRowWhenAnItemChangedSinceItsDryRun() throws IOException {

        add("coin", "1.00");
        var number = dryRun(
                ImportMode.CREATE_AND_UPDATE,
                Workbooks.ofTheTemplate()
                        .row(1, "aaa", "Gems", 1)
                        .picture(1, png(Color.RED))
                        .row(2, "coin", "Coins", 2),
                null);
        edit("coin", "1.50");

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> imports.confirm(game, number, MEI))
                .satisfies(it -> assertThat(it.code()).isEqualTo("import.changed-meanwhile"));
        assertThat(catalogue.counts(game)).containsEntry(ItemTab.ALL, 1);
        assertThat(imports.get(game, number).isOpen()).isTrue();
    }

    @Test
    void isConfirmedOnceAndByItsOwnGameOnly() throws IOException {

        var number = dryRun(ImportMode.CREATE, gems(), null);
        imports.confirm(game, number, MEI);
        imports.confirm(game, number, MEI);

        assertThat(catalogue.get(game, new ItemCode("gem_100")).latest()).isEqualTo(1);
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> imports.confirm(game, number, LUCIA))
                .satisfies(it -> assertThat(sentences.of(it, Locale.ENGLISH)).contains("settled already by Mei Lin."));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.get(new AppId("wx51b8e20d77c4"), number));
    }

    @Test
    void givesRefusedRowsBackAsAWorkbookThatImportsAgain() throws IOException {

        var number = dryRun(
                ImportMode.CREATE,
                Workbooks.ofTheTemplate()
                        .row(1, "gem 100", "=1+1", 0.99)
                        .picture(1, png(Color.RED))
                        .row(2, "coin", "Coins", 1)
                        .picture(2, png(Color.BLUE)),
                null);
        var out = new ByteArrayOutputStream();
        imports.refused(game, number, Locale.ENGLISH, out);
        var file = Files.write(folder.resolve("refused.xlsx"), out.toByteArray());

        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getCellComment().getString().getString()).contains("is not an item id");
            assertThat(row.getCell(0).getCellStyle().getFillForegroundColor()).isNotZero();
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=1+1");
            assertThat((Object) workbook.getSheetAt(0).getRow(2)).isNull();
        }
        var again = dryRun(ImportMode.CREATE, file, null);
        assertThat(imports.get(game, again).refusedRows()).isEqualTo(1);
        assertThat(rows(again).get(0).pictureUrl()).isNotNull();
    }

    @Test
    void givesThousandsOfRefusedRowsBackEachWithItsComments() throws IOException {

        var number = dryRun(ImportMode.CREATE, Workbooks.ofRows(folder, 3000), null);
        var out = new ByteArrayOutputStream();
        imports.refused(game, number, Locale.SIMPLIFIED_CHINESE, out);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            var comment = sheet.getRow(3000).getCell(3).getCellComment();
            assertThat(sheet.getLastRowNum()).isEqualTo(3000);
            assertThat(sheet.getCellComments()).hasSize(5 + 3000);
            assertThat(comment.getString().getString()).isEqualTo("缺少图片。请提供 png 或 jpeg 文件。");
            assertThat(comment.getClientAnchor().getRow1()).isEqualTo(3000);
            assertThat(sheet.getRow(3000).getCell(2).getNumericCellValue()).isEqualTo(1);
        }
    }

    @Test
    void offersATemplateInBothLanguagesThatItReads() throws IOException {

        for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var out = new ByteArrayOutputStream();
            imports.template(game, locale, out);
            var file = Files.write(folder.resolve("template.xlsx"), out.toByteArray());

            try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(workbook.getSheetAt(0).getDataValidations()).hasSize(5);
            }
            refused(dryRun(ImportMode.CREATE, file, null), Fault.NO_ROWS, "workbook");
        }
    }

    private static Workbooks gems() {
        return Workbooks.ofTheTemplate().row(1, "gem_100", "Gems", 0.99).picture(1, png(Color.RED));
    }

    private String dryRun(ImportMode mode, Workbooks book, @Nullable Path zip) throws IOException {
        return dryRun(mode, book.in(folder), zip);
    }

    private String dryRun(ImportMode mode, Path book, @Nullable Path zip) throws IOException {
        try (var content = Files.newInputStream(book);
                var pictures = zip == null ? null : Files.newInputStream(zip)) {
            var number = imports.upload(game, mode, "items.xlsx", content, pictures, MEI);
            runner.finish();
            return number;
        }
    }

    private List<ImportRowView> rows(String number) {
        return imports.rows(game, number, List.of(ImportResult.values()), null, 100)
                .rows();
    }
}
