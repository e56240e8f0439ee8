package io.gatehouse.catalogue;

/** What a list of items is narrowed to; an item that sells while its next draft is reviewed is in two of them. */
public enum ItemTab {
    ALL("true"),
    RELEASED("i.released is not null"),
    IN_REVIEW("i.draft_state = 'IN_REVIEW'"),
    DRAFT("i.draft_state = 'DRAFT' and i.removed_at is null"),
    REJECTED("i.draft_state = 'REJECTED'"),
    TAKEN_DOWN("i.removed_at is not null");

    private final String condition;

    ItemTab(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
