package io.gatehouse.catalogue;

import java.time.Instant;

import io.gatehouse.core.Money;
import io.gatehouse.core.Username;

/**
 * A version of an item as pages show it.
 *
 * @param pictureUrl a path of ours that always shows this picture
 * @param origin {@code form}, {@code api} or the number of an import
 */
public record VersionView(
        int number,
        String name,
        Money price,
        String pictureUrl,
        String remark,
        Username madeBy,
        Instant madeAt,
        String origin) {

    static VersionView of(ItemVersion version) {
        return new VersionView(
                version.number(),
                version.name(),
                version.price(),
                PictureUrls.path(version.picture()),
                version.remark(),
                version.madeBy(),
                version.madeAt(),
                version.origin());
    }
}
