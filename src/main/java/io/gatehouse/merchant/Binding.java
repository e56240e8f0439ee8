package io.gatehouse.merchant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.TeamId;

/** The merchant a team is paid through. Without one, sales are suspended; deliveries and refunds never are. */
@Entity
class Binding {

    @Id
    private String team;

    private @Nullable String merchant;

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected Binding() {}

    Binding(TeamId team) {
        this.team = team.value();
    }

    /** Binds a merchant, in the place of the one bound before. */
    Binding bind(MerchantId id) {
        merchant = id.value();
        return this;
    }

    Binding unbind() {
        IllegalTransition.unless(merchant != null, "merchant.not-bound", team);
        merchant = null;
        return this;
    }

    @Nullable
    String merchant() {
        return merchant;
    }
}
