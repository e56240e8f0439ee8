package io.gatehouse.delivery;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.outbound.EndpointUrl;

import static org.assertj.core.api.Assertions.assertThat;

/** A lane … */
class LaneTests {

    private static final int MOST = 64;

    private final Lane lane = new Lane(MOST, new Pace(10_000, 0));

    @Test
    void beginsWithLittleTrust() {

        fill(100);

        assertThat(beginAll()).isEqualTo(Lane.FIRST);
    }

    @Test
    void ofAnEndpointThatAnswersWidensToItsMostAndNoFurther() {

        fill(1000);

        for (var round = 0; round < 10; round++) {
            var begun = beginAll();
            IntStream.range(0, begun).forEach(it -> lane.end(true));
        }

        assertThat(beginAll()).isEqualTo(MOST);
    }

    @Test
    void ofAnEndpointThatHangsNarrowsToOne() {

        fill(1000);

        IntStream.range(0, beginAll()).forEach(it -> lane.end(false));

        assertThat(beginAll()).isEqualTo(1);
    }

    @Test
    void isNotForgottenWhileItKnowsOfTrouble() {

        fill(1);
        beginAll();
        lane.end(false);

        assertThat(lane.isIdle()).isTrue();
        assertThat(lane.isForgettable()).isFalse();
    }

    @Test
    void asksForMoreOnceWhenItHasRoomForWhatItLeftInTheTable() {

        fill(20);
        lane.leaveMoreInTable();

        assertThat(lane.asksForMore(10)).isFalse();
        IntStream.range(0, 10).forEach(it -> lane.next());
        assertThat(lane.asksForMore(10)).isTrue();
        assertThat(lane.asksForMore(10)).isFalse();
    }

    private void fill(int count) {
        IntStream.range(0, count).forEach(it -> lane.add(parcel()));
    }

    private int beginAll() {
        var begun = 0;
        while (lane.mayBegin()) {
            lane.next();
            lane.begin(0);
            begun++;
        }
        return begun;
    }

    private static Parcel parcel() {
        return new Parcel(
                UUID.randomUUID(),
                Kind.DELIVERY,
                new Endpoint(new AppId("wx-lane"), Env.LIVE),
                EndpointUrl.stored("https://game.example/deliver"),
                "GH-1",
                null,
                "{}",
                false,
                0,
                0,
                false,
                1,
                0);
    }
}
