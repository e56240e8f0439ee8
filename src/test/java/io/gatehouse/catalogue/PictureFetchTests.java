package io.gatehouse.catalogue;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Sentences;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A picture named by its address … */
class PictureFetchTests extends CatalogueTest {

    private static final byte[] RED = png(Color.RED);

    private final RawServer server =
            new RawServer((request, out, socket) -> picture(out, RED), TestTrust.server("127.0.0.1"));

    @Autowired
    private PictureFetch fetch;

    @Autowired
    private ItemImports imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private Sentences sentences;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private static void picture(OutputStream out, byte[] content) throws IOException {
        RawServer.write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n".formatted(content.length));
        out.write(content);
        out.flush();
    }

    private String address(String path) {
        return "https://127.0.0.1:%d/%s".formatted(server.port(), path);
    }

    @Test
    void isFetchedWithAPlainGet() {

        assertThat(fetch.fetch(address("art/gem.png"))).isEqualTo(RED);

        var request = server.requests().get(0);
        assertThat(request.head()).startsWith("GET /art/gem.png HTTP/1.1");
        assertThat(request.body()).isEmpty();
        assertThat(request.header("cookie") + request.header("authorization")).isEmpty();
    }

    @Test
    void comesIntoTheItemsByAnImportWhereEachRowHasItsOwnRefusal() throws IOException {
        server.behave((request, out, socket) -> {
            if (request.head().startsWith("GET /missing")) {
                RawServer.status(out, "404 Not Found", "", "");
            } else {
                picture(out, request.head().startsWith("GET /page") ? "<html>".getBytes() : RED);
            }
        });
        var book = Workbooks.ofTheTemplate()
                .row(1, "gem", "Gems", 1, address("gem.png"))
                .row(2, "coin", "Coins", 1, address("missing.png"))
                .row(3, "page", "Page", 1, address("page.html"))
                .row(4, "inside", "Inside", 1, "https://10.0.0.7/a.png");

        var number = dryRun(book);
        imports.confirm(game, number, MEI);

        assertThat(catalogue.get(game, new ItemCode("gem")).current().pictureUrl())
                .isNotEmpty();
        assertThat(rows(number).get(0).faults()).isEmpty();
        assertThat(rows(number).subList(1, 4))
                .flatExtracting(ImportRowView::faults)
                .extracting(CellFault::code)
                .containsExactly(
                        "picture.fetch.status", "picture.neither-png-nor-jpeg", "picture.fetch.address-refused");
        assertThat(rows(number).get(1).faults().get(0).field()).isEqualTo("picture");
        assertThat(sentences.of(rows(number).get(1).faults().get(0).asRefusal(), Locale.ENGLISH))
                .contains(address("missing.png"), "status 404");
    }

    @Test
    void comesTogetherWithThoseOfTheRowsAroundIt() throws IOException {
        var together = new CountDownLatch(3);
        server.behave((request, out, socket) -> {
            together.countDown();
            if (together.await(5, TimeUnit.SECONDS)) {
                picture(out, RED);
            }
        });
        var book = Workbooks.ofTheTemplate()
                .row(1, "a", "A", 1, address("a.png"))
                .row(2, "b", "B", 1, address("b.png"))
                .row(3, "c", "C", 1, address("c.png"))
                .row(4, "again", "Again", 1, address("c.png"));

        var number = dryRun(book);

        assertThat(imports.get(game, number).newRows()).isEqualTo(4);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void comesIntoTheItemsThatAGamesServerUploads() {
        var uploads = List.of(
                new GoodsUpload("gem", "Gems", 99, "", address("gem.png")),
                new GoodsUpload("coin", "Coins", 99, "", "http://127.0.0.1:%d/coin.png".formatted(server.port())));

        catalogue.upload(game, uploads, MEI);

        assertThat(catalogue.uploads(game)).extracting(GoodsStatus::status).containsExactly(2, 3);
        assertThat(catalogue.uploads(game).get(1).message()).contains("https addresses only");
        assertThat(catalogue.get(game, new ItemCode("gem")).latest()).isEqualTo(1);
    }

    static Stream<Arguments> badServers() {
        return Stream.of(
                bad(
                        "picture.fetch.redirect",
                        (request, out, socket) ->
                                RawServer.status(out, "302 Found", "Location: https://127.0.0.1/\r\n", "")),
                bad("picture.fetch.status", (request, out, socket) -> RawServer.status(out, "403 No", "", "")),
                bad("picture.fetch.connection-broken", (request, out, socket) -> socket.close()),
                bad(
                        "picture.fetch.reply-too-long",
                        (request, out, socket) -> picture(out, new byte[Picture.LARGEST + 1])),
                bad("picture.fetch.not-http", (request, out, socket) -> RawServer.write(out, "220 ftp ready\r\n\r\n")));
    }

    private static Arguments bad(String code, RawServer.Behaviour behaviour) {
        return Arguments.of(code, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badServers")
    void isRefusedWithItsReason(String code, RawServer.Behaviour behaviour) {
        server.behave(behaviour);

        isRefused(address("gem.png"), code);
    }

    @Test
    void isNeverFetchedFromWhereItMustNotBe() {

        isRefused("https://169.254.169.254/latest/meta-data", "picture.fetch.address-refused");
        isRefused("https://h.example:8443/a.png", "outbound.url.port");
        isRefused("https://me:secret@h.example/a.png", "outbound.url.user-info");
        isRefused("https://2130706433/a.png", "outbound.url.host");
        isRefused("ftp://h.example/a.png", "outbound.url.scheme");
        isRefused("", "outbound.url.missing");
    }

    @Test
    void isRefusedWhenItsServerCannotProveItsName() {
        try (var imposter =
                new RawServer((request, out, socket) -> picture(out, RED), TestTrust.unknown("127.0.0.1"))) {
            isRefused(imposter.url(), "picture.fetch.tls");

            assertThat(imposter.requests()).isEmpty();
        }
    }

    private void isRefused(String address, String code) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> fetch.fetch(address))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code))
                .satisfies(it -> assertThat(it.field()).isEqualTo("picture"))
                .satisfies(it -> assertThat(sentences.of(it, Locale.ENGLISH)).doesNotContain("{", "refusal."));
    }

    private String dryRun(Workbooks book) throws IOException {
        try (var content = Files.newInputStream(book.in(folder))) {
            var number = imports.upload(game, ImportMode.CREATE, "items.xlsx", content, null, MEI);
            runner.finish();
            return number;
        }
    }

    private List<ImportRowView> rows(String number) {
        return imports.rows(game, number, List.of(ImportResult.values()), null, 100)
                .rows();
    }
}
