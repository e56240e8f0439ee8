package io.gatehouse.exemption;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Username;

/** What a revocation does beside ending the exemption: which items it takes down, and why. */
@Entity
class Revocation {

    @Id
    private String number;

    private AppId game;

    @Enumerated(EnumType.STRING)
    private Takedown takedown;

    private String items;
    private String reason;
    private Username askedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway")
    protected Revocation() {}

    /** @param items ids of the items to take down; all that are touched when {@code ALL} are */
    Revocation(
            String number, AppId game, Takedown takedown, Collection<String> items, String reason, Username askedBy) {
        if (takedown == Takedown.CHOSEN && items.isEmpty()) {
            throw new InvalidValue("items", "exemption.no-items-chosen");
        }
        this.number = number;
        this.game = game;
        this.takedown = takedown;
        this.items = takedown == Takedown.NONE ? "" : String.join("\n", items);
        this.reason = reason;
        this.askedBy = askedBy;
    }

    String number() {
        return number;
    }

    AppId game() {
        return game;
    }

    Takedown takedown() {
        return takedown;
    }

    List<String> items() {
        return items.isEmpty() ? List.of() : items.lines().toList();
    }

    String reason() {
        return reason;
    }

    Username askedBy() {
        return askedBy;
    }
}
