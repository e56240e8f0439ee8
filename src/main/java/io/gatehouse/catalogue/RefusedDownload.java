package io.gatehouse.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.catalogue.ImportedRows.ImportedRow;

/** Writes the refused rows of an import back as a workbook, each with its reasons in somebody's language. */
@Component
class RefusedDownload {

    private final ImportedRows rows;
    private final ImportTemplate template;
    private final MessageSource messages;

    RefusedDownload(ImportedRows rows, ImportTemplate template, MessageSource messages) {
        this.rows = rows;
        this.template = template;
        this.messages = messages;
    }

    void write(ImportRun run, Locale locale, OutputStream out) throws IOException {
        var workbook = new ByteArrayOutputStream();
        var styles = template.write(run.currency(), locale, workbook);
        new RefusedWorkbook(
                        new Refused(run.number(), locale),
                        run.view().refusedRows(),
                        rows.refusedPictures(run.number()),
                        new RefusedRows(styles, run.currency()))
                .write(workbook.toByteArray(), out);
    }

    private Map<ImportColumn, List<String>> sentences(List<CellFault> faults, Locale locale) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        it -> ImportColumn.ofField(it.field()).orElse(ImportColumn.CODE),
                        Collectors.mapping(
                                it -> messages.getMessage(
                                        "refusal." + it.code(), it.arguments().toArray(), locale),
                                Collectors.toList())));
    }

    /** The refused rows of an import, some at a time. */
    private final class Refused implements RefusedWorkbook.Rows {

        private static final int AT_A_TIME = 1000;

        private final String number;
        private final Locale locale;

        Refused(String number, Locale locale) {
            this.number = number;
            this.locale = locale;
        }

        @Override
        public void each(BiConsumer<RefusedRow, Integer> row) {
            var index = 1;
            var some = after(0);
            while (!some.isEmpty()) {
                for (var each : some) {
                    row.accept(new RefusedRow(each.row(), sentences(each.faults(), locale), each.picture()), index++);
                }
                some = after(some.get(some.size() - 1).row().number());
            }
        }

        @Override
        public byte[] picture(String hash) {
            return rows.content(number, hash);
        }

        private List<ImportedRow> after(int last) {
            return rows.of(number, List.of(ImportResult.REFUSED), last, AT_A_TIME);
        }
    }
}
