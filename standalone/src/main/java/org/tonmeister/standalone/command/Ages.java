package org.tonmeister.standalone.command;

import java.time.Duration;
import java.time.Instant;

/** Times as tables show them: how long ago, in one unit. */
final class Ages {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int HOURS_SHOWN = 48;

    private Ages() {}

    /** {@code 12 s}, {@code 5 min}, {@code 30 h}, {@code 9 d}. */
    static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 2 * SECONDS_A_MINUTE) {
            return seconds + " s";
        }
        long minutes = seconds / SECONDS_A_MINUTE;
        if (minutes < 2 * MINUTES_AN_HOUR) {
            return minutes + " min";
        }
        long hours = minutes / MINUTES_AN_HOUR;
        return hours < HOURS_SHOWN ? hours + " h" : hours / 24 + " d";
    }

    static String since(Instant then) {
        return of(Duration.between(then, Instant.now()));
    }
}
