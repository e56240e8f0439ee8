package io.gatehouse.access;

/** What a cell of the permission matrix says. */
public enum Grant {
    ALLOWED("Y"),
    VIEW_ONLY("RO"),
    DENIED("-");

    private final String cell;

    Grant(String cell) {
        this.cell = cell;
    }

    static Grant of(String cell) {
        for (var grant : values()) {
            if (grant.cell.equals(cell.strip())) {
                return grant;
            }
        }
        throw new IllegalArgumentException("The matrix holds neither Y nor RO nor -, but '" + cell + "'");
    }
}
