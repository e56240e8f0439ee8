package io.gatehouse.catalogue;

import io.gatehouse.core.Money;

/**
 * An item as it sells now.
 *
 * @param imageUrl where its picture is for everybody, as an absolute address that always shows this picture
 * @param version the number of the released version
 */
public record ReleasedItem(String code, String name, Money price, String imageUrl, int version) {}
