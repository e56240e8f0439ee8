package io.gatehouse.serverapi;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Sentences;
import io.gatehouse.orders.OrderFilter;
import io.gatehouse.orders.OrderRow;
import io.gatehouse.orders.OrderSearch;
import io.gatehouse.orders.Orders;

/** The bill of a span of days: an address that is good for half an hour, and behind it the orders as CSV, read as they go out. */
@MachineRoute
class BillController {

    private static final List<String> COLUMNS = List.of(
            "order_id",
            "wx_order_id",
            "transaction_id",
            "openid",
            "product_id",
            "quantity",
            "currency",
            "paid_fee",
            "refund_fee",
            "paid_time",
            "env");

    /**
     * Each reads from the database for as long as its reader takes: however many and slow they are, they take few of the
     * connections that payments need.
     */
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final BillLinks links;
    private final Orders orders;
    private final Sentences sentences;
    private final String publicUrl;

    BillController(
            BillLinks links, Orders orders, Sentences sentences, @Value("${gatehouse.public-url}") String publicUrl) {
        this.links = links;
        this.orders = orders;
        this.sentences = sentences;
        this.publicUrl = publicUrl;
    }

    @PostMapping("/xpay/download_bill")
    Map<String, Object> downloadBill(ServerCall call) {
        var bill = new BillLinks.Bill(call.game(), day(call, "begin_ds"), day(call, "end_ds"));
        try {
            filter(bill);
        } catch (InvalidValue e) {
            throw ErrCode.PARAMETER.because("%s", sentences.of(e, Locale.ENGLISH));
        }
        return XpayController.ok(Map.of("url", publicUrl + "/xpay/bills/" + links.make(bill)));
    }

    @GetMapping("/xpay/bills/{token}")
    void bill(@PathVariable String token, HttpServletResponse response) throws IOException {
        var bill = links.find(token).orElseThrow(this::expired);
        if (!places.tryAcquire()) {
            throw ErrCode.SYSTEM
                    .because("other bills are being read, try again in some seconds")
                    .as(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            write(bill, response);
        } finally {
            places.release();
        }
    }

    private void write(BillLinks.Bill bill, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"bill-%s-%s.csv\"".formatted(bill.begin(), bill.end()));
        var writer = response.getWriter();
        write(writer, COLUMNS.stream());
        orders.stream(bill.game(), filter(bill), row -> write(writer, cells(row)));
        writer.flush();
    }

    private ApiError expired() {
        var sentence = sentences.of(new NotFound("serverapi.bill-expired"), Locale.ENGLISH);
        return ErrCode.PARAMETER.because("%s", sentence).as(HttpStatus.NOT_FOUND);
    }

    private OrderFilter filter(BillLinks.Bill bill) {
        return orders.filter(new OrderSearch(bill.begin().toString(), bill.end().toString(), null, null, null, null));
    }

    private static Stream<String> cells(OrderRow row) {
        return Stream.of(
                row.outTradeNo(),
                row.orderNo(),
                row.transactionId(),
                row.openId(),
                row.item().code(),
                String.valueOf(row.item().quantity()),
                row.amount().currency().getCurrencyCode(),
                String.valueOf(row.amount().minor()),
                String.valueOf(row.refunded().minor()),
                row.paidAt().toString(),
                String.valueOf(row.env().number()));
    }

    private static void write(PrintWriter writer, Stream<String> cells) {
        writer.print(cells.map(BillController::quoted).collect(Collectors.joining(",")));
        writer.print("\r\n");
    }

    /** Quoted, and never a formula: a spreadsheet takes what begins with one of these signs for one. */
    private static String quoted(String cell) {
        var safe = cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static LocalDate day(ServerCall call, String field) {
        try {
            return LocalDate.parse(String.valueOf(call.number(field)), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw ErrCode.PARAMETER.because("%s is not a day such as 20261123", field);
        }
    }
}
