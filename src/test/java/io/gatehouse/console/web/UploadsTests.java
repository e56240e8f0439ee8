package io.gatehouse.console.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that people send … */
class UploadsTests extends ApplicationTest {

    private static final String FORM = "multipart/form-data; boundary=x";

    @Test
    void areRefusedWithAPageWhenTheyAreTooLarge() throws IOException {

        assertThat(upload(FORM, 150_000_000, file("winter.xlsx"), "en"))
                .startsWith("HTTP/1.1 413")
                .contains("A file may have at most 50 MB", "<html");
        assertThat(upload(FORM, 150_000_000, file("winter.xlsx"), "zh-CN")).contains("每个文件不超过 50 MB");
    }

    @Test
    void areRefusedWithAPageWhenTheyDoNotSayWhereTheyEnd() throws IOException {

        var body = file("winter.xlsx");

        assertThat(upload("multipart/form-data", body.length(), body, "en"))
                .startsWith("HTTP/1.1 400")
                .contains("The files did not arrive as a whole", "<html");
    }

    @Test
    void areRefusedWithAPageWhenTheirNameCannotBeKept() throws IOException {

        var body = file("win\0ter.xlsx");

        assertThat(upload(FORM, body.length(), body, "en"))
                .startsWith("HTTP/1.1 400")
                .contains("not sent the way browsers send a form", "<html");
    }

    private static String file(String name) {
        return "--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"%s\"\r\n\r\nPK\r\n--x--\r\n"
                .formatted(name);
    }

    private String upload(String type, long length, String body, String language) throws IOException {
        var request = """
                POST /virtual-payment/items/imports HTTP/1.1
                Host: localhost
                Accept: text/html
                Accept-Language: %s
                Content-Type: %s
                Content-Length: %d
                Connection: close

                """.formatted(language, type, length).replace("\n", "\r\n") + body;
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
