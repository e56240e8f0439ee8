package io.gatehouse.catalogue;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/**
 * Why an item is sold no longer.
 *
 * @param bySuperapp whether it is a takedown: then its next release is reviewed even where the game is exempt
 */
@Embeddable
public record Removal(
        @Column(name = "removed_at") Instant at,
        @Column(name = "removed_by") Username by,
        @Column(name = "removed_reason") String reason,
        @Column(name = "removed_by_superapp") Boolean bySuperapp) {

    static final int LONGEST_REASON = 500;

    public Removal {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw new InvalidValue("reason", "item.removal-reason-missing");
        }
        if (Typed.length(reason) > LONGEST_REASON) {
            throw new InvalidValue("reason", "item.removal-reason-too-long", LONGEST_REASON);
        }
    }

    static Removal byTeam(Username by, String reason, Instant at) {
        return new Removal(at, by, Typed.text("reason", reason), false);
    }

    static Removal bySuperapp(Username by, String reason, Instant at) {
        return new Removal(at, by, Typed.text("reason", reason), true);
    }
}
