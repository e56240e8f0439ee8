package io.gatehouse.console.web;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.gatehouse.catalogue.EarlierDecision;
import io.gatehouse.catalogue.ReviewLine;

/**
 * An item of a release as the page shows it.
 *
 * @param verdict {@code approve}, {@code reject} or empty: what was typed, else what is kept
 * @param reason why it is rejected, as typed or kept
 */
record ReleaseLineView(ReviewLine line, boolean decidable, String verdict, String reason) {

    private static final BigDecimal STEEP = BigDecimal.valueOf(50);

    public List<TextDifference.Part> getName() {
        return line.before() == null
                ? List.of()
                : TextDifference.between(line.before().name(), line.after().name());
    }

    public List<TextDifference.Part> getRemark() {
        return line.before() == null
                ? List.of()
                : TextDifference.between(line.before().remark(), line.after().remark());
    }

    /** {@code +80.1} or {@code −40.8}; null if the price stays. */
    public @Nullable String getChange() {
        var change = line.priceChange();
        return change == null
                ? null
                : (change.signum() > 0 ? "+" : "−") + change.abs().toPlainString();
    }

    /** How the change reads: steep ones stand out. */
    public String getChangeKind() {
        var change = line.priceChange();
        if (change == null || change.signum() < 0) {
            return "is-ok";
        }
        return change.compareTo(STEEP) > 0 ? "is-bad" : "";
    }

    public @Nullable EarlierDecision getLast() {
        return line.earlier().stream().findFirst().orElse(null);
    }
}
