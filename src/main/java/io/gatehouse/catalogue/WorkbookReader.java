package io.gatehouse.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import io.gatehouse.catalogue.PoisonFile.Fault;

/** Reads an import workbook row by row, with no more of it in memory than its texts; refuses poison by name. */
@Component
class WorkbookReader {

    /** Parts of a workbook: besides its sheets, one for each picture in it. More pictures fit into the zip beside it. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int HIGHEST_RATIO = 250;

    private final CatalogueSettings settings;

    WorkbookReader(CatalogueSettings settings) {
        this.settings = settings;
    }

    /**
     * Tells all filled rows below the heads.
     *
     * @throws PoisonFile possibly after some rows were told: whoever keeps rows keeps none then
     * @throws IllegalStateException when interrupted: the file may be a good one
     */
    void read(Path file, ImportRows.Told rows) {
        try {
            refuseWhatIsNoWorkbook(file);
            var limits = new ZipLimits(settings.importInflated().toBytes(), MOST_ENTRIES, HIGHEST_RATIO);
            limits.check("workbook", file);
            try (var workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                refuseOtherKinds(workbook);
                read(workbook, rows);
            }
        } catch (PoisonFile e) {
            throw e;
        } catch (NotTaken e) {
            throw e.reason;
        } catch (ZipException e) {
            throw new PoisonFile(Fault.DAMAGED);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | XmlException
                | ParserConfigurationException
                | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // an interrupt closes the file under its parsers
                throw new IllegalStateException("Stopped while reading", e);
            }
            // a hostile file makes the parsers throw whatever they can; all of it means the same to its sender
            var poison = new PoisonFile(Fault.DAMAGED);
            poison.initCause(e);
            throw poison;
        }
    }

    private void read(OPCPackage workbook, ImportRows.Told rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var reader = new XSSFReader(workbook);
        var strings = SheetStrings.of(workbook);
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new PoisonFile(Fault.NO_ROWS);
        }
        try (InputStream content = sheets.next()) {
            var pictures = RowPictures.of(sheets.getSheetPart());
            var found = new ImportRows(settings.importRows(), pictures, new Guarded(rows));
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new SheetCells(strings, found));
            parser.parse(new InputSource(content));
            found.finish();
        }
    }

    private static void refuseWhatIsNoWorkbook(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new PoisonFile(Fault.EMPTY);
        }
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            switch (FileMagic.valueOf(content)) {
                case OOXML -> {}
                case OLE2 -> throw new PoisonFile(isEncrypted(file) ? Fault.ENCRYPTED : Fault.OLD_FORMAT);
                default -> throw new PoisonFile(Fault.NOT_A_WORKBOOK);
            }
        }
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        }
    }

    private static void refuseOtherKinds(OPCPackage workbook) throws IOException, OpenXML4JException, XmlException {
        var main = workbook.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).stream()
                .findFirst()
                .map(PackagePart::getContentType)
                .orElse("");
        if (main.equals(XSSFRelation.MACROS_WORKBOOK.getContentType())
                || !workbook.getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType())
                        .isEmpty()) {
            throw new PoisonFile(Fault.MACROS);
        }
        if (!main.equals(XSSFRelation.WORKBOOK.getContentType())) {
            throw new PoisonFile(Fault.NOT_A_WORKBOOK);
        }
        var version = new POIXMLProperties(workbook).getCustomProperties().getProperty(ImportTemplate.VERSION_PROPERTY);
        if (version != null && version.getI4() != ImportTemplate.VERSION) {
            throw new PoisonFile(Fault.OTHER_TEMPLATE, version.getI4(), ImportTemplate.VERSION);
        }
    }

    /** What goes wrong with a row is not the file's fault. */
    private record Guarded(ImportRows.Told rows) implements ImportRows.Told {

        @Override
        public void row(SheetRow row) {
            try {
                rows.row(row);
            } catch (RuntimeException e) {
                throw new NotTaken(e);
            }
        }

        @Override
        public void declared(int last) {
            rows.declared(last);
        }
    }

    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        NotTaken(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
