package io.gatehouse.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import io.gatehouse.catalogue.PoisonFile.Fault;

/**
 * The texts of a workbook, which its cells point at. They alone are kept in memory, and so no more of them than fits; as
 * plain texts, for POI makes a tree of XML of each cell that asks for one.
 */
final class SheetStrings extends DefaultHandler {

    private static final int MOST = 1_000_000;
    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    private final List<String> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;
    private boolean spoken;
    private int characters;

    private SheetStrings() {}

    static SheetStrings of(OPCPackage workbook) throws IOException, SAXException, ParserConfigurationException {
        var strings = new SheetStrings();
        var parts = workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
        if (!parts.isEmpty()) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(strings);
            try (var content = parts.get(0).getInputStream()) {
                parser.parse(new InputSource(content));
            }
        }
        return strings;
    }

    String at(int index) {
        var text = strings.get(index);
        return text.contains("_x") ? new XSSFRichTextString(text).getString() : text;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        switch (localName) {
            case "si" -> text.setLength(0);
            case "t" -> collecting = !spoken;
            // how an East Asian text is spoken is no part of it
            case "rPh" -> spoken = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] some, int start, int length) {
        if (collecting) {
            text.append(some, start, length);
            characters += length;
            refuseTooMany(characters > MOST_CHARACTERS);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        switch (localName) {
            case "si" -> {
                strings.add(text.toString());
                refuseTooMany(strings.size() > MOST);
            }
            case "t" -> collecting = false;
            case "rPh" -> spoken = false;
            default -> {}
        }
    }

    private static void refuseTooMany(boolean tooMany) {
        if (tooMany) {
            throw new PoisonFile(Fault.TOO_MANY_TEXTS, MOST, MOST_CHARACTERS);
        }
    }
}
