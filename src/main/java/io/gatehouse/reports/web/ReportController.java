package io.gatehouse.reports.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Game;
import io.gatehouse.access.Person;
import io.gatehouse.access.Requires;
import io.gatehouse.reports.ReportJob;
import io.gatehouse.reports.ReportKind;
import io.gatehouse.reports.Reports;

/** Exports of orders and of after-sales records; large ones have a page that shows how far they are. */
@Controller
class ReportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/virtual-payment/orders/export")
    @Requires(Capability.ORDER_EXPORT)
    ResponseEntity<?> orders(Game game, Person me, @RequestParam Map<String, String> typed, Locale locale) {
        return export(ReportKind.ORDERS, game, me, typed, locale);
    }

    @GetMapping("/virtual-payment/after-sales/export")
    @Requires(Capability.AFTERSALES_EXPORT)
    ResponseEntity<?> afterSales(Game game, Person me, @RequestParam Map<String, String> typed, Locale locale) {
        return export(ReportKind.AFTER_SALES, game, me, typed, locale);
    }

    @GetMapping("/virtual-payment/exports/{id}")
    @Requires({Capability.ORDER_EXPORT, Capability.AFTERSALES_EXPORT})
    String show(Game game, Person me, @PathVariable UUID id, Model model) {
        model.addAttribute("job", reports.get(game.appId(), id, me.username()));
        model.addAttribute("game", game);
        return "reports/export";
    }

    /** The part of the page that changes, asked for every second. */
    @GetMapping("/virtual-payment/exports/{id}/progress")
    @Requires({Capability.ORDER_EXPORT, Capability.AFTERSALES_EXPORT})
    String progress(Game game, Person me, @PathVariable UUID id, Model model) {
        show(game, me, id, model);
        return "reports/export :: progress";
    }

    @GetMapping("/virtual-payment/exports/{id}/file")
    @Requires({Capability.ORDER_EXPORT, Capability.AFTERSALES_EXPORT})
    ResponseEntity<StreamingResponseBody> file(Game game, Person me, @PathVariable UUID id) {
        var job = reports.fetch(game.appId(), id, me.username());
        return file(job.fileName()).contentLength(job.bytes()).body(out -> reports.copy(job, out));
    }

    private ResponseEntity<?> export(
            ReportKind kind, Game game, Person me, Map<String, String> parameters, Locale locale) {
        var typed = new LinkedHashMap<>(parameters);
        var file = reports.atOnce(kind, game.appId(), typed, me.username(), locale);
        if (file.isPresent()) {
            return file(file.get().name()).body(file.get().bytes());
        }
        var job = reports.inBackground(kind, game.appId(), typed, me.username(), locale);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page(game, job))
                .build();
    }

    private static String page(Game game, ReportJob job) {
        return "/virtual-payment/exports/" + job.id() + "?game=" + game.appId();
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
