package io.gatehouse.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the import workbook, by the heads people may find there: the template's English and Chinese ones. */
enum ImportColumn {
    CODE("code", "Item ID", "道具ID", "道具 ID"),
    NAME("name", "Item name", "道具名称"),
    PRICE("price", "Price", "价格"),
    IMAGE("picture", "Image", "图片"),
    REMARK("remark", "Remark", "备注");

    private final String field;
    private final List<String> heads;

    ImportColumn(String field, String... heads) {
        this.field = field;
        this.heads = List.of(heads);
    }

    /** The field of the item it fills. */
    String field() {
        return field;
    }

    String head() {
        return heads.get(0);
    }

    static Optional<ImportColumn> ofHead(String head) {
        var wanted = head.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(it -> it.heads.stream()
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }

    static Optional<ImportColumn> ofField(String field) {
        return Arrays.stream(values()).filter(it -> it.field.equals(field)).findFirst();
    }
}
