package io.gatehouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.delivery.DeliveryConfigurations;
import io.gatehouse.delivery.NotificationSwitch;
import io.gatehouse.delivery.TestNotifications;

/** The application in its own process: started as ever, then made ready through its facades as people would do it. */
final class GatehouseInstance {

    private static final Username DEVELOPER = new Username("bench-developer");
    private static final TeamId TEAM = new TeamId("bench-team");
    private static final Duration LONGEST_ISSUING = Duration.ofMinutes(3);

    private final ConfigurableApplicationContext application;

    private GatehouseInstance(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] arguments) throws IOException {
        var parent = new Parent();
        try (var application = SpringApplication.run(io.gatehouse.Gatehouse.class, arguments)) {
            var port = application.getEnvironment().getRequiredProperty("local.server.port");
            parent.serve(port, new GatehouseInstance(application)::obey);
        }
    }

    private String obey(String[] words) {
        switch (words[0]) {
            case "prepare" -> prepare(words[1]);
            case "on" -> ordinary(it -> notificationSwitch().turnOn(it, DEVELOPER));
            case "off" -> ordinary(it -> notificationSwitch().turnOff(it, DEVELOPER));
            case "heap" -> {
                var heap = Runtime.getRuntime();
                return (heap.totalMemory() - heap.freeMemory()) / 1024 / 1024 + " " + heap.maxMemory() / 1024 / 1024;
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "done";
    }

    private NotificationSwitch notificationSwitch() {
        return application.getBean(NotificationSwitch.class);
    }

    private static void ordinary(Consumer<AppId> what) {
        IntStream.range(0, Games.ORDINARY).mapToObj(GatehouseInstance::game).forEach(what);
    }

    private static AppId game(int number) {
        return new AppId(Games.id(number));
    }

    private void prepare(String receiverPort) {
        var games = application.getBean(io.gatehouse.access.Games.class);
        var people = application.getBean(People.class);
        games.registerTeam(TEAM, "Bench");
        people.register(DEVELOPER, "Bench", "bench@games.example", "gatehouse", Locale.ENGLISH);
        people.join(DEVELOPER, TEAM, Role.ADMINISTRATOR);
        for (var number = 0; number < Games.ALL; number++) {
            games.register(game(number), TEAM, "Game " + number, true);
            var url = "http://127.0.0.1:%s/e/%d".formatted(receiverPort, number);
            application.getBean(DeliveryConfigurations.class).save(game(number), url, url, DEVELOPER);
        }
        for (var number = 0; number < Games.ALL; number++) {
            waitForCredentials(game(number));
            application.getBean(TestNotifications.class).send(game(number), DEVELOPER);
            notificationSwitch().turnOn(game(number), DEVELOPER);
        }
    }

    private void waitForCredentials(AppId game) {
        var credentials = application.getBean(Credentials.class);
        Wait.until("credentials of " + game, LONGEST_ISSUING, Duration.ofMillis(100), () -> credentials.valid(game));
    }
}
