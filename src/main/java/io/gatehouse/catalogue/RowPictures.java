package io.gatehouse.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The pictures that lie on a sheet, by the row their upper left corner is in. */
final class RowPictures {

    private final Map<Integer, List<PackagePart>> parts;

    private RowPictures(Map<Integer, List<PackagePart>> parts) {
        this.parts = parts;
    }

    static RowPictures of(PackagePart sheet)
            throws InvalidFormatException, IOException, SAXException, ParserConfigurationException {
        var parts = new HashMap<Integer, List<PackagePart>>();
        for (var relation : sheet.getRelationshipsByType(XSSFRelation.DRAWINGS.getRelation())) {
            var drawing = sheet.getRelatedPart(relation);
            var anchors = new Anchors();
            var reader = XMLHelper.newXMLReader();
            reader.setContentHandler(anchors);
            try (var content = drawing.getInputStream()) {
                reader.parse(new InputSource(content));
            }
            for (var found : anchors.found.entrySet()) {
                for (var id : found.getValue()) {
                    var image = drawing.getRelationship(id);
                    if (image != null && image.getTargetMode() == TargetMode.INTERNAL) {
                        var part = sheet.getPackage().getPart(PackagingURIHelper.createPartName(image.getTargetURI()));
                        if (part != null) {
                            parts.computeIfAbsent(found.getKey(), row -> new ArrayList<>())
                                    .add(part);
                        }
                    }
                }
            }
        }
        return new RowPictures(parts);
    }

    /** Contents of the pictures in a row, each read only up to one byte more than a picture may have. */
    List<byte[]> in(int row) throws IOException {
        var lying = parts.getOrDefault(row, List.of());
        if (lying.size() > 1) {
            // refused for their number, whatever they show
            return Collections.nCopies(lying.size(), new byte[0]);
        }
        var contents = new ArrayList<byte[]>();
        for (var part : lying) {
            try (var content = part.getInputStream()) {
                contents.add(content.readNBytes(Picture.LARGEST + 1));
            }
        }
        return contents;
    }

    private static final class Anchors extends DefaultHandler {

        private final Map<Integer, List<String>> found = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private boolean from;
        private boolean collecting;
        private int row;

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
            switch (localName) {
                case "from" -> from = true;
                case "row" -> {
                    collecting = from;
                    text.setLength(0);
                }
                case "blip" -> {
                    for (int i = 0; i < attributes.getLength(); i++) {
                        if ("embed".equals(attributes.getLocalName(i))) {
                            found.computeIfAbsent(row, it -> new ArrayList<>()).add(attributes.getValue(i));
                        }
                    }
                }
                default -> {}
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (collecting && text.length() < 16) {
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String localName, String qualifiedName) {
            switch (localName) {
                case "from" -> from = false;
                case "row" -> {
                    if (collecting) {
                        row = Integer.parseInt(text.toString().strip()) + 1;
                        collecting = false;
                    }
                }
                default -> {}
            }
        }
    }
}
