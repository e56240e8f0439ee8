package io.gatehouse.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an installation may set about items.
 *
 * @param nameLimit code points a name may have, 1 to 64
 * @param releaseLimit items one release request may hold
 * @param importRows rows a workbook may have
 * @param importSize size of an uploaded workbook, and of the zip of pictures beside it
 * @param importInflated what either of them may grow to when unpacked
 */
@ConfigurationProperties("gatehouse.catalogue")
record CatalogueSettings(
        @DefaultValue("20") int nameLimit,
        @DefaultValue("10000") int releaseLimit,
        @DefaultValue("100000") int importRows,
        @DefaultValue("50MB") DataSize importSize,
        @DefaultValue("200MB") DataSize importInflated) {

    CatalogueSettings {
        if (nameLimit < 1 || nameLimit > 64) {
            throw new IllegalArgumentException("gatehouse.catalogue.name-limit is 1 to 64, not " + nameLimit);
        }
    }
}
