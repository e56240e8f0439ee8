package io.gatehouse.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import javax.sql.DataSource;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.ApplicationTest;
import io.gatehouse.TableLock;
import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.orders.OrderRow;
import io.gatehouse.orders.OrderSearch;
import io.gatehouse.orders.Orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** An export … */
class ReportsTests extends ApplicationTest {

    private static final Username MEI = new Username("administrator");
    private static final int ORDER_NO = 0;
    private static final int OUT_TRADE_NO = 1;
    private static final int PAID = 10;

    @Autowired
    Reports reports;

    @Autowired
    ReportRunner runner;

    @Autowired
    Games games;

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    AppId game;

    @BeforeEach
    void aGame() {
        games.registerTeam(new TeamId("reports-team"), "Reports team");
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 12));
        games.register(game, new TeamId("reports-team"), "Lantern Drift", true);
    }

    @Test
    void holdsExactlyWhatTheFilterShows() throws IOException {

        sold(30);
        var filter = Map.of("state", "DELIVERED");

        var sheet = read(atOnce(filter, Locale.ENGLISH)).getSheetAt(0);

        var shown = orders.list(game, orders.filter(new OrderSearch(null, null, null, null, null, "DELIVERED")), null);
        assertThat(column(sheet, ORDER_NO))
                .isEqualTo(shown.rows().stream().map(OrderRow::orderNo).toList());
    }

    @Test
    void hasNoFormulaWhateverGamesAndPlayersTyped() throws IOException {

        sold(30);

        var book = read(atOnce(Map.of(), Locale.ENGLISH));

        assertThat(cells(book)).extracting(Cell::getCellType).doesNotContain(CellType.FORMULA);
        assertThat(column(book.getSheetAt(0), OUT_TRADE_NO)).anyMatch(it -> it.startsWith("=1+"));
    }

    @Test
    void hasAmountsAndTimesAsNumbers() throws IOException {

        sold(1);

        var row = read(atOnce(Map.of(), Locale.ENGLISH)).getSheetAt(0).getRow(1);

        assertThat(row.getCell(PAID).getNumericCellValue()).isEqualTo(4.99);
        assertThat(row.getCell(14).getLocalDateTimeCellValue()).isNotNull();
    }

    @Test
    void speaksTheLanguageOfWhoeverAsked() throws IOException {

        sold(1);

        var sheet = read(atOnce(Map.of(), Locale.SIMPLIFIED_CHINESE)).getSheetAt(0);

        assertThat(sheet.getSheetName()).isEqualTo("订单");
        assertThat(sheet.getRow(0).getCell(ORDER_NO).getStringCellValue()).isEqualTo("订单号");
    }

    @Test
    void isRefusedAsTheListIs() {

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> atOnce(Map.of("from", "2020-01-01"), Locale.ENGLISH));
    }

    @Test
    void isRecordedWithItsFilterAndRows() {

        sold(3);

        atOnce(Map.of(), Locale.ENGLISH);

        assertThat(db.sql("select count(*) from business_log where type = 'report.exported' and game = ?")
                        .param(game.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofMoreThanTenThousandRowsIsMadeInTheBackground() throws IOException {

        sold(10_001);
        assertThat(reports.atOnce(ReportKind.ORDERS, game, Map.of(), MEI, Locale.ENGLISH))
                .isEmpty();

        var job = made();

        assertThat(job.isDone()).isTrue();
        assertThat(job.written()).isEqualTo(10_001);
        var out = new ByteArrayOutputStream();
        reports.copy(reports.fetch(game, job.id(), MEI), out);
        assertThat(out.size()).isEqualTo((int) job.bytes());
        assertThat(read(out.toByteArray()).getSheetAt(0).getLastRowNum()).isEqualTo(10_001);
    }

    /** Payments need the connections that these would take. */
    @Test
    void isMadeInTheBackgroundWhileManyOthersAreMade() throws SQLException {

        sold(3);
        var others = new ArrayList<CompletableFuture<Optional<Reports.File>>>();
        try (var locked = TableLock.on("purchase_order", database)) {
            for (var other = 0; other < Reports.AT_A_TIME; other++) {
                others.add(CompletableFuture.supplyAsync(
                        () -> reports.atOnce(ReportKind.ORDERS, game, Map.of(), MEI, Locale.ENGLISH)));
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() >= Reports.AT_A_TIME);

            assertThat(reports.atOnce(ReportKind.ORDERS, game, Map.of(), MEI, Locale.ENGLISH))
                    .isEmpty();
            assertThat(locked.isHeld()).isTrue();
        }

        assertThat(others).allSatisfy(it -> assertThat(it.join()).isPresent());
        assertThat(reports.atOnce(ReportKind.ORDERS, game, Map.of(), MEI, Locale.ENGLISH))
                .isPresent();
    }

    private long waiting() {
        return db.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    @Test
    void isKeptForHalfAnHour() {

        sold(3);
        var job = made();

        clock.advance(Duration.ofMinutes(31));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> reports.fetch(game, job.id(), MEI));
    }

    @Test
    void isNobodyElses() {

        sold(3);
        var job = made();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reports.get(game, job.id(), new Username("operator")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reports.get(new AppId("wx7f20c4a19be3"), job.id(), MEI));
    }

    private ReportJob made() {
        var job = reports.inBackground(ReportKind.ORDERS, game, Map.of(), MEI, Locale.ENGLISH);
        runner.finish();
        return reports.get(game, job.id(), MEI);
    }

    private byte[] atOnce(Map<String, String> filter, Locale locale) {
        return reports.atOnce(ReportKind.ORDERS, game, filter, MEI, locale)
                .orElseThrow()
                .bytes();
    }

    private void sold(int orders) {
        db.sql("""
                insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                    item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                    created_at, transaction_id, paid_at)
                select substr(md5(:game || i), 1, 20), :game, 0, case when i % 3 = 1 then '=1+' || i else 'g-' || i end,
                    'oQx4', 'chest', 'Royal chest', 1, '/chest.png', 499, 1, 499, 'USD',
                    case i % 4 when 0 then '@SUM(A1)' when 1 then '+1' when 2 then '-1' else '＝1' end, '1',
                    case when i % 2 = 0 then 'DELIVERED' else 'PAID' end,
                    now() - i * interval '1 second', 'C' || md5(:game || i), now() - i * interval '1 second'
                from generate_series(1, :orders) i
                """).param("game", game.value()).param("orders", orders).update();
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<Cell> cells(XSSFWorkbook book) {
        return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                .flatMap((Row row) -> StreamSupport.stream(row.spliterator(), false))
                .toList();
    }

    private static List<String> column(Sheet sheet, int column) {
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(it -> sheet.getRow(it).getCell(column).getStringCellValue())
                .toList();
    }
}
