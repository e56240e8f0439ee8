package io.gatehouse.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An item as its reviewer sees it: what is asked for beside what sells.
 *
 * @param before what sells, or sold when it was asked for; null for a new item
 * @param after what is asked for
 * @param verdict what was said of it in the review at hand: {@code APPROVED} or {@code REJECTED}; null while it is open
 * @param firstVerdict what the first of two reviewers said; null in the first review
 * @param outcome {@code OPEN}, {@code APPROVED}, {@code RELEASED}, {@code REJECTED}, {@code WITHDRAWN} or
 *     {@code DROPPED} (removed while in review)
 * @param removal if it was taken from sale before
 */
public record ReviewLine(
        String code,
        @Nullable VersionView before,
        VersionView after,
        @Nullable String verdict,
        @Nullable String note,
        @Nullable String firstVerdict,
        String outcome,
        @Nullable Removal removal,
        List<EarlierDecision> earlier) {

    public boolean isNew() {
        return before == null;
    }

    public boolean isPriceChanged() {
        return before != null && !before.price().equals(after.price());
    }

    public boolean isNameChanged() {
        return before != null && !before.name().equals(after.name());
    }

    public boolean isPictureChanged() {
        return before != null && !before.pictureUrl().equals(after.pictureUrl());
    }

    public boolean isRemarkChanged() {
        return before != null && !before.remark().equals(after.remark());
    }

    /** What it mainly is, for grouping: {@code NEW}, {@code PRICE}, {@code PICTURE}, {@code TEXT} or {@code SAME}. */
    public String kind() {
        if (isNew()) {
            return "NEW";
        }
        if (isPriceChanged()) {
            return "PRICE";
        }
        if (isPictureChanged()) {
            return "PICTURE";
        }
        return isNameChanged() || isRemarkChanged() ? "TEXT" : "SAME";
    }

    /** By how many per cent the price changes, one decimal; null if it does not or cannot be compared. */
    public @Nullable BigDecimal priceChange() {
        if (before == null || !before.price().currency().equals(after.price().currency())) {
            return null;
        }
        var difference =
                BigDecimal.valueOf(after.price().minor() - before.price().minor());
        return difference.signum() == 0
                ? null
                : difference
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(before.price().minor()), 1, RoundingMode.HALF_UP);
    }
}
