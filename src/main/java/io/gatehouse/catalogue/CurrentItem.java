package io.gatehouse.catalogue;

import java.util.UUID;

import io.gatehouse.core.Money;

/**
 * An item with the version its editor starts from.
 *
 * @param latest number of its newest version
 */
record CurrentItem(
        UUID id,
        String code,
        int latest,
        boolean inReview,
        boolean deleted,
        String name,
        Money price,
        UUID picture,
        String pictureHash,
        String remark) {

    boolean says(ItemTerms terms) {
        return name.equals(terms.name()) && price.equals(terms.price()) && remark.equals(terms.remark());
    }
}
