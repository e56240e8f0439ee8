package io.gatehouse.conformance;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/** What other pages say of a game's last run; their templates ask for it by themselves. */
@Component
public class ConformanceCard {

    private final Conformance conformance;
    private final Access access;

    ConformanceCard(Conformance conformance, Access access) {
        this.conformance = conformance;
        this.access = access;
    }

    /** Whether that person may read reports of that game. */
    public boolean isFor(AppId game, Username reader) {
        return access.explain(reader, Capability.DELIVERY_CONFIG_VIEW, game).allowed();
    }

    /** Whether that person may send notifications of that game once more. */
    public boolean mayReplay(AppId game, Username reader) {
        return access.explain(reader, Capability.DELIVERY_CONFIG_EDIT, game).allowed();
    }

    public Optional<Run> last(AppId game) {
        return conformance.last(game);
    }
}
