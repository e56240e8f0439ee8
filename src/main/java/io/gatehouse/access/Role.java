package io.gatehouse.access;

import java.util.Locale;

/** A role of the permission matrix; a person has one per team, or one of the platform or the superapp. */
public enum Role {
    SUPER_ADMIN(Side.PLATFORM),
    PLATFORM_ADMIN(Side.PLATFORM),
    ADMINISTRATOR(Side.TEAM),
    SENIOR_DEVELOPER(Side.TEAM),
    DEVELOPER(Side.TEAM),
    OPERATOR(Side.TEAM),
    SUPERAPP_ADMINISTRATOR(Side.SUPERAPP),
    REVIEW_STAFF(Side.SUPERAPP),
    FINANCE_STAFF(Side.SUPERAPP),
    AUDITOR(Side.SUPERAPP);

    /** Whose people have the role. */
    public enum Side {
        TEAM,
        PLATFORM,
        SUPERAPP
    }

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** The role as the process engine's group, as models name it in candidate groups: {@code review-staff}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
