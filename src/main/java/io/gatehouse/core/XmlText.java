package io.gatehouse.core;

/** What XML 1.0 can hold, and with it a workbook; source: Extensible Markup Language 1.0, 2.2 Characters. */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** The text with the replacement character for whatever XML cannot hold, so that the file always opens. */
    public static String printable(String text) {
        if (text.codePoints().allMatch(XmlText::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .map(it -> isAllowed(it) ? it : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point < 0xD800
                || point >= 0xE000 && point < 0xFFFE
                || point >= 0x10000;
    }
}
