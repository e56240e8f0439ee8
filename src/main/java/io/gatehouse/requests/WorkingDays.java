package io.gatehouse.requests;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a request may wait: a number of working days, in the console's zone. Saturday and Sunday are none. */
@Component
public class WorkingDays {

    private final int days;
    private final ZoneId zone;

    WorkingDays(
            @Value("${gatehouse.requests.working-days}") int days, @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    Instant after(Instant start) {
        return after(start, days);
    }

    public Instant after(Instant start, int days) {
        var day = start.atZone(zone);
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
