package io.gatehouse.catalogue;

import java.io.IOException;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

import io.gatehouse.catalogue.PoisonFile.Fault;

/** The texts of a workbook, which its cells point at. They alone are kept in memory, and so no more of them than fits. */
class SheetStrings extends ReadOnlySharedStringsTable {

    private static final int MOST = 1_000_000;
    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    private int count;
    private int total;

    SheetStrings(OPCPackage workbook) throws IOException, SAXException {
        super(workbook, false);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if ("si".equals(localName) && ++count > MOST) {
            throw tooMany();
        }
        super.startElement(uri, localName, name, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        total += length;
        if (total > MOST_CHARACTERS) {
            throw tooMany();
        }
        super.characters(text, start, length);
    }

    private static PoisonFile tooMany() {
        return new PoisonFile(Fault.TOO_MANY_TEXTS, MOST, MOST_CHARACTERS);
    }
}
