package io.gatehouse.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a caller has read of something others change too: nobody's change is overwritten unseen. */
final class ETags {

    private static final String ANY = "*";

    private ETags() {}

    /** Of all that changes with it; times to the microsecond, as they are stored. */
    static String of(Object... parts) {
        return Arrays.stream(parts).map(ETags::text).collect(Collectors.joining("-", "\"", "\""));
    }

    /** @throws ApiRefusal if the caller names a version, and it is not the one there is */
    static void requireUnchanged(@Nullable String ifMatch, String now) {
        if (ifMatch != null && !ifMatch.equals(ANY) && !ifMatch.equals(now)) {
            throw new ApiRefusal(ProblemKind.CHANGED_MEANWHILE, "api.changed-meanwhile", now);
        }
    }

    private static String text(Object part) {
        return part instanceof Instant at
                ? "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1000)
                : String.valueOf(part);
    }
}
