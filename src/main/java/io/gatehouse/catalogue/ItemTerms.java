package io.gatehouse.catalogue;

import io.gatehouse.core.Money;

/** What an {@link ItemEntry} means, checked: everything of a version but its picture. */
record ItemTerms(ItemCode code, String name, Money price, String remark) {}
