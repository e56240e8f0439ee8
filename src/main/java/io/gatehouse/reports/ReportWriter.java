package io.gatehouse.reports;

import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;

/** Writes the rows of a report as a workbook, as they are read. */
@Component
class ReportWriter {

    private static final int TELL_EVERY = 1000;

    private final List<ReportSource<?>> sources;
    private final MessageSource messages;
    private final ZoneId zone;

    ReportWriter(
            List<ReportSource<?>> sources, MessageSource messages, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.sources = sources;
        this.messages = messages;
        this.zone = zone;
    }

    ReportSource<?> source(ReportKind kind) {
        return sources.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing exports " + kind));
    }

    /** How many rows there will be, by reading them. */
    long count(ReportKind kind, AppId game, Map<String, String> filter) {
        var counted = new long[1];
        source(kind).stream(game, filter, it -> counted[0]++);
        return counted[0];
    }

    /**
     * @param written is told now and then how many rows there are
     * @return how many rows there are
     */
    long write(
            ReportKind kind,
            AppId game,
            Map<String, String> filter,
            Locale locale,
            OutputStream out,
            LongConsumer written) {
        return write(source(kind), game, filter, new Words(messages, locale), out, written);
    }

    private <R> long write(
            ReportSource<R> source,
            AppId game,
            Map<String, String> filter,
            Words words,
            OutputStream out,
            LongConsumer written) {
        var title = words.say("report." + source.kind().key());
        try (var sheet = new Sheet<>(
                out, title, source.columns(words), it -> words.say("report.column." + it), zone, Sheet.ROWS_A_SHEET)) {
            source.stream(game, filter, row -> {
                sheet.accept(row);
                if (sheet.written() % TELL_EVERY == 0) {
                    written.accept(sheet.written());
                }
            });
            return sheet.written();
        }
    }
}
