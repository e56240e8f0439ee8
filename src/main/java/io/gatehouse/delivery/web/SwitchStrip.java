package io.gatehouse.delivery.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Explanation;
import io.gatehouse.access.Game;
import io.gatehouse.core.Username;
import io.gatehouse.delivery.AttemptView;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.delivery.TestNotifications;

/** What the strip with the notification switch shows, on whichever page it stands. */
@Component("notificationSwitchStrip")
class SwitchStrip {

    private final NotificationSwitch notificationSwitch;
    private final TestNotifications tests;
    private final Access access;

    SwitchStrip(NotificationSwitch notificationSwitch, TestNotifications tests, Access access) {
        this.notificationSwitch = notificationSwitch;
        this.tests = tests;
        this.access = access;
    }

    /** @param username the person who looks at it */
    public Strip of(Game game, String username) {
        return new Strip(
                notificationSwitch.isOn(game.appId()),
                notificationSwitch.missing(game.appId()),
                access.explain(new Username(username), Capability.ITEM_NOTIFY_SWITCH, game.appId()),
                tests.last(game.appId()).orElse(null));
    }

    record Strip(
            boolean on,
            Set<NotificationSwitch.Precondition> missing,
            Explanation may,
            @Nullable AttemptView test) {

        public boolean canTurnOn() {
            return missing.isEmpty();
        }
    }
}
