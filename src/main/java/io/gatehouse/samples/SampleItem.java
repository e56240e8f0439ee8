package io.gatehouse.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import io.gatehouse.catalogue.ItemEntry;

/** An item of the sample game; its picture lies beside the application's other resources. */
record SampleItem(ItemEntry entry, String picture) {

    /** The one the sample reviewer does not let pass. */
    static final String REJECTED = "sword_dawn";

    static final List<SampleItem> ALL = List.of(
            item("gem_60", "60 gems", "0.99", "gem"),
            item("gem_300", "Bag of 300 gems", "4.99", "gems"),
            item("chest_oak", "Oak chest", "1.99", "chest"),
            item("chest_gold", "Golden chest", "9.99", "chest-gold"),
            item("glider_red", "Red glider", "2.99", "glider"),
            item("potion_swift", "Swiftness potion", "0.49", "potion"),
            item(REJECTED, "Sword of dawn", "3.99", "sword"));

    /** Added later: it waits for its review. */
    static final SampleItem LATER = item("shield_star", "Star shield", "3.49", "shield");

    private static SampleItem item(String code, String name, String price, String picture) {
        return new SampleItem(new ItemEntry(code, name, price, ""), "/samples/" + picture + ".png");
    }

    String code() {
        return entry.code();
    }

    byte[] pictureBytes() {
        try (var file = SampleItem.class.getResourceAsStream(picture)) {
            return Objects.requireNonNull(file, picture).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
