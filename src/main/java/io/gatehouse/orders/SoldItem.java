package io.gatehouse.orders;

import io.gatehouse.core.Money;

/**
 * An item as the player bought it; later versions of the item change nothing here.
 *
 * @param version the released version that was sold
 * @param imageUrl the picture of that version
 * @param price of one
 */
public record SoldItem(String code, String name, int version, String imageUrl, Money price, int quantity) {}
