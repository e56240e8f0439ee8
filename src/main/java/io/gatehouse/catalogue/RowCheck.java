package io.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.InvalidValue;

/** Tells what an import would make of a row, and writes nothing. */
final class RowCheck {

    private final ItemRules rules;
    private final Currency currency;
    private final ImportMode mode;
    private final RowPicture pictures;

    RowCheck(ItemRules rules, Currency currency, ImportMode mode, RowPicture pictures) {
        this.rules = rules;
        this.currency = currency;
        this.mode = mode;
        this.pictures = pictures;
    }

    /** Prepares for rows that are checked next. */
    void lookAhead(List<SheetRow> rows) {
        pictures.fetchAhead(rows);
    }

    CheckedRow check(SheetRow row, @Nullable CurrentItem current) {
        var findings = rules.findings(row.entry(), currency);
        var faults = new ArrayList<CellFault>();
        findings.faults().forEach(it -> faults.add(CellFault.of(it)));
        var picture = picture(row, faults);
        if (current != null) {
            refuseWhatStandsInTheWay(current, faults);
        } else if (picture.isEmpty()
                && faults.stream().noneMatch(it -> it.field().equals("picture"))) {
            faults.add(CellFault.at("picture", "picture.missing"));
        }
        var terms = findings.terms().filter(it -> faults.isEmpty());
        return new CheckedRow(
                row,
                terms.map(it -> result(it, picture, current)).orElse(ImportResult.REFUSED),
                terms.orElse(null),
                picture.orElse(null),
                faults,
                current == null ? 0 : current.latest());
    }

    private Optional<Picture> picture(SheetRow row, List<CellFault> faults) {
        try {
            return pictures.of(row);
        } catch (PoisonFile e) {
            throw e;
        } catch (InvalidValue e) {
            faults.add(CellFault.of(e));
            return Optional.empty();
        }
    }

    private void refuseWhatStandsInTheWay(CurrentItem current, List<CellFault> faults) {
        if (current.deleted()) {
            faults.add(CellFault.at("code", "item.code-was-used", current.code()));
        } else if (mode == ImportMode.CREATE) {
            faults.add(CellFault.at("code", "item.code-taken", current.code()));
        } else if (current.inReview()) {
            faults.add(CellFault.at("code", "item.in-review-now", current.code()));
        }
    }

    private static ImportResult result(ItemTerms terms, Optional<Picture> picture, @Nullable CurrentItem current) {
        if (current == null) {
            return ImportResult.NEW;
        }
        var samePicture =
                picture.map(it -> it.sha256().equals(current.pictureHash())).orElse(true);
        return current.says(terms) && samePicture ? ImportResult.UNCHANGED : ImportResult.CHANGED;
    }
}
