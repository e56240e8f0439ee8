package io.gatehouse.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.catalogue.ImportResult;
import io.gatehouse.catalogue.ImportRowView;
import io.gatehouse.core.Sentences;

/** A row of a dry run with its faults in the reader's language. */
record ImportLine(ImportRowView row, Sentences sentences) {

    public int getNumber() {
        return row.number();
    }

    public ImportResult getResult() {
        return row.result();
    }

    public String getCode() {
        return row.code();
    }

    public String getName() {
        return row.name();
    }

    public @Nullable String getNameBefore() {
        return row.nameBefore();
    }

    public String getPrice() {
        return row.price();
    }

    public @Nullable String getPriceBefore() {
        return row.priceBefore();
    }

    public @Nullable String getPictureUrl() {
        return row.pictureUrl();
    }

    public String getImage() {
        return row.image();
    }

    public String getRemark() {
        return row.remark();
    }

    /** What is wrong with the cell of a field. */
    public List<String> faults(String field) {
        return row.faultsOf(field).stream()
                .map(it -> sentences.of(it.asRefusal()))
                .toList();
    }
}
