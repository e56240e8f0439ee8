package io.gatehouse.catalogue;

/**
 * An item as a game's server uploads it.
 *
 * @param price in minor units of the merchant's currency
 * @param imageUrl an https address
 */
public record GoodsUpload(String id, String name, long price, String remark, String imageUrl) {}
