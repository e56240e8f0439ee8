package io.gatehouse.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a dry run as the page shows it, beside the item as it is.
 *
 * @param nameBefore the name it replaces; null where nothing changes
 * @param priceBefore likewise, in major units
 * @param pictureUrl the row's picture, else the item's; null without one
 */
public record ImportRowView(
        int number,
        ImportResult result,
        String code,
        String name,
        @Nullable String nameBefore,
        String price,
        @Nullable String priceBefore,
        @Nullable String pictureUrl,
        String image,
        String remark,
        boolean remarkChanged,
        List<CellFault> faults) {

    public List<CellFault> faultsOf(String field) {
        return faults.stream().filter(it -> it.field().equals(field)).toList();
    }
}
