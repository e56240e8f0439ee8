package io.gatehouse.access;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.gatehouse.core.AppId;

/** A mini program or mini game, registered by its team on the superapp. */
@Entity
class MiniProgram {

    @Id
    private String appId;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "team")
    private Team owner;

    private String name;
    private boolean game;

    @SuppressWarnings("NullAway")
    protected MiniProgram() {}

    MiniProgram(AppId appId, Team owner, String name, boolean game) {
        this.appId = appId.value();
        this.owner = owner;
        this.name = name;
        this.game = game;
    }

    Game view() {
        return new Game(new AppId(appId), owner.id(), owner.name(), name, game);
    }
}
