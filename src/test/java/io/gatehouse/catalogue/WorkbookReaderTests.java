package io.gatehouse.catalogue;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import io.gatehouse.catalogue.PoisonFile.Fault;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkbookReaderTests {

    @TempDir
    Path folder;

    private final WorkbookReader reader = new WorkbookReader(CatalogueFixtures.settings());

    @Test
    void readsTextsNumbersAndEmptyCells() {

        var rows = read(Workbooks.ofTheTemplate()
                .row(1, "gem_100", "100 gems", 0.99, null, "A pile")
                .row(3, 1001, "Coins", "1.99"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(rows.get(0).entry()).isEqualTo(new ItemEntry("gem_100", "100 gems", "0.99", "A pile"));
        assertThat(rows.get(1).number()).isEqualTo(4);
        assertThat(rows.get(1).entry()).isEqualTo(new ItemEntry("1001", "Coins", "1.99", ""));
    }

    @Test
    void readsAPriceAsItsWriterMeantIt() {

        var rows = read(Workbooks.ofTheTemplate().row(1, "gem", "Gems", 4.99 + 0.5));

        assertThat(rows.get(0).cell(ImportColumn.PRICE)).isEqualTo("5.49");
    }

    @Test
    void findsColumnsByTheirHeadsInEitherLanguageAndAnyOrder() {

        var rows = read(Workbooks.withHeads("价格", "道具名称", "道具ID").row(1, 6, "宝石", "gem"));

        assertThat(rows.get(0).entry()).isEqualTo(new ItemEntry("gem", "宝石", "6", ""));
    }

    @Test
    void findsThePictureThatLiesInARow() {

        var rows = read(Workbooks.ofTheTemplate()
                .row(1, "gem", "Gems", 1)
                .row(2, "coin", "Coins", 1)
                .picture(2, png(Color.RED)));

        assertThat(rows.get(0).pictures()).isEmpty();
        assertThat(rows.get(1).pictures()).singleElement().isEqualTo(png(Color.RED));
    }

    @Test
    void refusesHeadsItDoesNotKnow() {

        refuses(Fault.OTHER_COLUMNS, Workbooks.withHeads("Item ID", "Item name", "Price", "Discount"));
        refuses(Fault.OTHER_COLUMNS, Workbooks.withHeads("Item ID", "Item name"));
        refuses(Fault.OTHER_COLUMNS, Workbooks.withHeads("Item ID", "Item ID", "Item name", "Price"));
    }

    @Test
    void refusesAWorkbookWithoutRows() {

        refuses(Fault.NO_ROWS, Workbooks.ofTheTemplate());
    }

    @Test
    void refusesMoreRowsThanAllowed() {

        var book = Workbooks.ofTheTemplate();
        for (int i = 1; i <= 501; i++) {
            book.row(i, "gem_" + i, "Gems", 1);
        }

        refuses(Fault.TOO_MANY_ROWS, book);
    }

    @Test
    void refusesFormulasAndSaysWhere() {

        var book = Workbooks.ofTheTemplate()
                .row(1, "gem", "Gems", 1)
                .row(2, "coin", "Coins", 1)
                .formula(2, 2, "C2*2");

        assertThatExceptionOfType(PoisonFile.class).isThrownBy(() -> read(book)).satisfies(it -> {
            assertThat(it.fault()).isEqualTo(Fault.FORMULAS);
            assertThat(it.arguments()).containsExactly("C3");
        });
    }

    @Test
    void refusesIdsThatAppearTwiceButNotThoseOfOtherCase() {

        assertThat(read(Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1).row(2, "GEM", "Gems", 1)))
                .hasSize(2);
        refuses(
                Fault.DUPLICATE_IDS,
                Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1).row(2, "gem", "Gems", 1));
    }

    @Test
    void refusesAnEncryptedWorkbook() throws Exception {

        var plain = Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1).in(folder);
        var file = folder.resolve("secret.xlsx");
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("winter");
            try (var workbook = OPCPackage.open(plain.toFile());
                    var out = encryptor.getDataStream(container)) {
                workbook.save(out);
            }
            try (var out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }

        refuses(Fault.ENCRYPTED, file);
    }

    @Test
    void refusesTheOldFormat() throws IOException {

        var file = folder.resolve("old.xlsx");
        try (var old = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            old.createSheet().createRow(0).createCell(0).setCellValue("Item ID");
            old.write(out);
        }

        refuses(Fault.OLD_FORMAT, file);
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {

        var text = Files.writeString(folder.resolve("items.xlsx"), "Item ID,Item name,Price\ngem,Gems,1\n");
        var document = folder.resolve("letter.xlsx");
        try (var word = new XWPFDocument();
                var out = Files.newOutputStream(document)) {
            word.createParagraph().createRun().setText("Dear team");
            word.write(out);
        }

        refuses(Fault.EMPTY, Files.createFile(folder.resolve("empty.xlsx")));
        refuses(Fault.NOT_A_WORKBOOK, text);
        refuses(Fault.NOT_A_WORKBOOK, document);
    }

    @Test
    void refusesMacros() throws IOException {

        var book = Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1);
        book.workbook().setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));

        refuses(Fault.MACROS, book);
    }

    @Test
    void refusesATruncatedWorkbookAndAnyOtherZip() throws IOException {

        var whole = Files.readAllBytes(
                Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1).in(folder));
        var cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        refuses(Fault.DAMAGED, cut);
        refuses(Fault.DAMAGED, Workbooks.zip(folder, "a.txt", "hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesBombsBeforeParsingThem() throws IOException {

        var small = new WorkbookReader(
                new CatalogueSettings(20, 10_000, 500, DataSize.ofMegabytes(50), DataSize.ofMegabytes(5)));
        var zeros = Workbooks.zip(folder, "xl/sharedStrings.xml", new byte[8 * 1024 * 1024]);

        assertThatExceptionOfType(PoisonFile.class)
                .isThrownBy(() -> small.read(zeros, row -> {}))
                .satisfies(it -> assertThat(it.fault()).isEqualTo(Fault.BOMB));
        refuses(Fault.BOMB, zeros);
    }

    @Test
    void refusesAnotherVersionOfTheTemplate() {

        var book = Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1);
        book.workbook().getProperties().getCustomProperties().addProperty(ImportTemplate.VERSION_PROPERTY, 99);

        refuses(Fault.OTHER_TEMPLATE, book);
    }

    @Test
    void refusesAWorkbookWithADocumentType() throws IOException {

        var file = changed(
                "xl/worksheets/sheet1.xml",
                it -> it.replaceFirst(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY p SYSTEM \"file:///etc/passwd\">]><worksheet"));

        refuses(Fault.DAMAGED, file);
    }

    @Test
    void refusesMoreTextsThanFitIntoMemory() throws IOException {

        var texts = IntStream.range(0, 1_000_001)
                .mapToObj(it -> "<si><t>%x</t></si>".formatted(it * 2_654_435_761L))
                .collect(Collectors.joining());

        refuses(Fault.TOO_MANY_TEXTS, changed("xl/sharedStrings.xml", it -> it.replace("</sst>", texts + "</sst>")));
    }

    @Test
    void readsNoMoreIntoMemoryForATableThatSaysItIsLarge() throws IOException {

        var file = changed("xl/sharedStrings.xml", it -> it.replaceAll("ount=\"\\d+\"", "ount=\"2147483647\""));

        var rows = new ArrayList<SheetRow>();
        reader.read(file, rows::add);

        assertThat(rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-2", "two", "9999999999"})
    void refusesRowsWhoseNumbersDoNotRise(String number) throws IOException {

        var sheet = "xl/worksheets/sheet1.xml";

        refuses(Fault.DAMAGED, changed(sheet, it -> it.replace("<row r=\"2\"", "<row r=\"%s\"".formatted(number))));
    }

    @Test
    void readsRowsThatDoNotSayTheirNumbers() throws IOException {

        var rows = new ArrayList<SheetRow>();
        reader.read(changed("xl/worksheets/sheet1.xml", it -> it.replaceAll("<row r=\"\\d+\"", "<row")), rows::add);

        assertThat(rows).extracting(SheetRow::number).containsExactly(2);
    }

    @Test
    void blamesNoWorkbookForBeingStopped() throws IOException {

        var file = Workbooks.ofRows(folder, 20_000);
        var patient = new WorkbookReader(
                new CatalogueSettings(20, 10_000, 20_000, DataSize.ofMegabytes(50), DataSize.ofMegabytes(200)));

        try {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            patient.read(file, row -> Thread.currentThread().interrupt()));
        } finally {
            // or whatever this thread does next would be stopped, too
            Thread.interrupted();
        }
    }

    /** A good workbook with something else in one of its parts. */
    private Path changed(String part, UnaryOperator<String> change) throws IOException {
        var file = folder.resolve("changed.xlsx");
        var plain = Workbooks.ofTheTemplate().row(1, "gem", "Gems", 1).in(folder);
        try (var in = new ZipFile(plain.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var all = in.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                var content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(part)) {
                    content = change.apply(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return file;
    }

    private void refuses(Fault fault, Workbooks book) {
        refuses(fault, book.in(folder));
    }

    private void refuses(Fault fault, Path file) {
        assertThatExceptionOfType(PoisonFile.class)
                .isThrownBy(() -> reader.read(file, row -> {}))
                .satisfies(it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private List<SheetRow> read(Workbooks book) {
        var rows = new ArrayList<SheetRow>();
        reader.read(book.in(folder), rows::add);
        return rows;
    }
}
