package io.gatehouse.catalogue;

/**
 * Which items a list shows.
 *
 * @param search part of an id or a name; empty for all
 */
public record ItemFilter(ItemTab tab, String search) {

    public ItemFilter {
        search = search.strip();
    }

    public static ItemFilter all() {
        return new ItemFilter(ItemTab.ALL, "");
    }

    /** Whether it narrows the list at all. */
    public boolean isSet() {
        return tab != ItemTab.ALL || !search.isEmpty();
    }
}
