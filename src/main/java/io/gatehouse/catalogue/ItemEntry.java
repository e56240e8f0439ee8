package io.gatehouse.catalogue;

/**
 * An item as it was typed into a form, a row of a workbook or an API call, not checked yet.
 *
 * @param price in major units of the merchant's currency, for example {@code 4.99}
 */
public record ItemEntry(String code, String name, String price, String remark) {}
