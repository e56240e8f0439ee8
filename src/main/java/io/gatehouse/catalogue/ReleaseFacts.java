package io.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Money;

/** What {@code release-review.dmn} asks about a release, and what its form says in a sentence. */
record ReleaseFacts(BigDecimal highestPrice, double steepestRise, boolean takenDownBefore, String currency) {

    /** @param lines each item's version asked for, and the one that sells */
    static ReleaseFacts of(Collection<PricedChange> lines, boolean takenDownBefore) {
        var highest = BigDecimal.ZERO;
        var steepest = 0.0;
        var currency = "";
        for (var line : lines) {
            highest = highest.max(new BigDecimal(line.after().major()));
            steepest = Math.max(steepest, line.rise());
            currency = line.after().currency().getCurrencyCode();
        }
        return new ReleaseFacts(highest, steepest, takenDownBefore, currency);
    }

    Map<String, Object> variables() {
        return new HashMap<>(Map.of(
                "highestPrice", highestPrice.doubleValue(),
                "steepestRise", steepestRise,
                "takenDownBefore", takenDownBefore,
                "currency", currency));
    }

    static Changes changes(List<ReviewLine> lines) {
        var fresh = lines.stream().filter(ReviewLine::isNew).count();
        var dearer = lines.stream().filter(it -> signum(it.priceChange()) > 0).count();
        var cheaper = lines.stream().filter(it -> signum(it.priceChange()) < 0).count();
        var steepest = lines.stream()
                .map(ReviewLine::priceChange)
                .filter(it -> signum(it) > 0)
                .max(BigDecimal::compareTo)
                .orElse(null);
        return new Changes(fresh, dearer, cheaper, lines.size() - fresh - dearer - cheaper, steepest);
    }

    private static int signum(@Nullable BigDecimal change) {
        return change == null ? 0 : change.signum();
    }

    /** @param steepest the steepest rise of a price in per cent; null where none rises */
    record Changes(
            long fresh,
            long dearer,
            long cheaper,
            long other,
            @Nullable BigDecimal steepest) {}

    /** The price asked for beside the one that sells. */
    record PricedChange(@Nullable Money before, Money after) {

        /** In per cent; 0 where it falls, is new, or is in another currency. */
        double rise() {
            if (before == null || !before.currency().equals(after.currency())) {
                return 0;
            }
            return Math.max(0, (after.minor() - before.minor()) * 100.0 / before.minor());
        }
    }
}
