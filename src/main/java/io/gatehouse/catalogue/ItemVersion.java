package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.UUID;

import io.gatehouse.core.Money;
import io.gatehouse.core.Username;

/**
 * What an item is at one time; never changed, never deleted.
 *
 * @param number counted from 1 within its item
 * @param origin {@code form}, {@code api} or the number of an import
 */
record ItemVersion(
        UUID item,
        int number,
        String name,
        Money price,
        UUID picture,
        String remark,
        Username madeBy,
        Instant madeAt,
        String origin) {

    boolean says(String otherName, Money otherPrice, UUID otherPicture, String otherRemark) {
        return name.equals(otherName)
                && price.equals(otherPrice)
                && picture.equals(otherPicture)
                && remark.equals(otherRemark);
    }
}
