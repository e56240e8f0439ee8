package io.gatehouse.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is said, without what was typed and without what is random. */
record Answer(int status, Map<String, String> headers, String body) {

    /** Masked anew each time it is written. */
    private static final Pattern CSRF = Pattern.compile("[A-Za-z0-9_-]{96,}");

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Answer of(MockHttpServletResponse response) throws IOException {
        var headers = new TreeMap<String, String>();
        response.getHeaderNames().forEach(it -> headers.put(it, String.join(", ", response.getHeaders(it))));
        var body = WORKBOOK.equals(response.getContentType())
                ? sheets(response.getContentAsByteArray())
                : response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), headers, CSRF.matcher(body).replaceAll("…"));
    }

    /** What it says and another does not. */
    List<String> unlike(Answer other) {
        var said = other.lines();
        var lines = lines();
        return lines.size() == said.size()
                ? IntStream.range(0, lines.size())
                        .filter(it -> !lines.get(it).equals(said.get(it)))
                        .mapToObj(lines::get)
                        .toList()
                : lines;
    }

    private List<String> lines() {
        return (status + "\n" + headers + "\n" + body).lines().toList();
    }

    Answer without(String id) {
        var bare = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> bare.put(name, value.replace(id, "…")));
        bare.remove(HttpHeaders.CONTENT_LENGTH);
        return new Answer(status, bare, body.replace(id, "…"));
    }

    private static String sheets(byte[] workbook) throws IOException {
        if (workbook.length == 0) {
            return ""; // it is written by another thread, after this answer
        }
        try (var text = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(workbook)))) {
            return text.getText();
        }
    }
}
