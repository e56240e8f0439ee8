package io.gatehouse.exemption;

import io.gatehouse.core.Money;

/** An item that sells because its game was exempt when it was released. */
public record ExemptItem(String code, String name, Money price, String pictureUrl) {}
