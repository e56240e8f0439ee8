package io.gatehouse.catalogue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import io.gatehouse.core.XmlText;

/** Writes parts of workbooks as XML, as it goes; what XML cannot hold becomes the replacement character. */
final class SheetXml {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    SheetXml(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** @param attributes names and values in turn */
    SheetXml open(String name, Object... attributes) {
        put("<").put(name);
        for (int i = 0; i < attributes.length; i += 2) {
            put(" ").put(attributes[i].toString())
                    .put("=\"")
                    .text(attributes[i + 1].toString())
                    .put("\"");
        }
        open.push(name);
        return put(">");
    }

    SheetXml close() {
        return put("</").put(open.pop()).put(">");
    }

    /** An element with nothing but a text in it. */
    SheetXml element(String name, Object text) {
        return open(name).text(text.toString()).close();
    }

    SheetXml text(String text) {
        if (text.chars().allMatch(SheetXml::isPlain)) {
            return put(text);
        }
        XmlText.printable(text).codePoints().forEach(it -> {
            switch (it) {
                case '&' -> put("&amp;");
                case '<' -> put("&lt;");
                case '>' -> put("&gt;");
                case '"' -> put("&quot;");
                case '\r' -> put("&#13;");
                default -> put(Character.toString(it));
            }
        });
        return this;
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetXml put(String text) {
        try {
            out.write(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of most texts every character is. */
    private static boolean isPlain(int unit) {
        return unit >= 0x20 && unit < 0xD800 && unit != '&' && unit != '<' && unit != '>' && unit != '"';
    }
}
