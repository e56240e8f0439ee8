package io.gatehouse.audit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.gatehouse.audit.CaseLine;
import io.gatehouse.audit.Cases;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Username;

/** The case list as a workbook. Texts are text cells whatever they begin with, so none becomes a formula. */
@Component
class CaseWorkbook {

    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "version",
            "subject",
            "team",
            "game",
            "asked-by",
            "started",
            "ended",
            "result",
            "decided-by",
            "decided",
            "due",
            "late",
            "note");

    private final Cases cases;
    private final Days days;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    CaseWorkbook(Cases cases, Days days, MessageSource messages, ApplicationEventPublisher events) {
        this.cases = cases;
        this.days = days;
        this.messages = messages;
        this.events = events;
    }

    void write(CaseQuery query, Username by, OutputStream out) throws IOException {
        var row = 0;
        try (var workbook = new Workbook(out, "Gatehouse", "1.0");
                var sheet = workbook.newWorksheet(text("audit.cases"))) {
            for (var column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, text("audit.column." + COLUMNS.get(column)));
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            String after = null;
            do {
                var page = cases.find(query.search(days), after);
                for (var line : page.rows()) {
                    row++;
                    write(sheet, row, line);
                }
                sheet.flush();
                after = page.next();
            } while (after != null);
        }
        events.publishEvent(
                BusinessEvent.of("cases.exported", by.value(), "case list").with("rows", row));
    }

    private void write(Worksheet sheet, int row, CaseLine line) {
        var request = line.request();
        var game = line.game();
        sheet.value(row, 0, line.row().businessKey());
        sheet.value(row, 1, text("audit.process." + line.row().process()));
        sheet.value(row, 2, line.row().version());
        sheet.value(row, 5, game == null ? "" : game.name());
        sheet.value(
                row,
                4,
                game != null
                        ? game.teamName()
                        : request == null ? "" : request.team().value());
        time(sheet, row, 7, line.row().started());
        time(sheet, row, 8, line.row().ended());
        sheet.value(row, 9, result(line));
        if (request != null) {
            sheet.value(row, 3, request.subject());
            sheet.value(row, 6, request.requestedBy().value());
            sheet.value(
                    row,
                    10,
                    request.decidedBy() == null ? "" : request.decidedBy().value());
            time(sheet, row, 11, request.decidedAt());
            time(sheet, row, 12, request.dueAt());
            sheet.value(row, 13, text(line.late() ? "audit.yes" : "audit.no"));
            sheet.value(row, 14, request.note());
        }
    }

    private String result(CaseLine line) {
        if (line.request() != null) {
            return text("request.status." + line.request().status());
        }
        return text(line.row().ended() == null ? "audit.state.running" : "audit.state.ended");
    }

    private void time(Worksheet sheet, int row, int column, @Nullable Instant time) {
        if (time != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, days.zone()));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
