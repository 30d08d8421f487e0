package org.tonmeister.pipeline.metrics;

import java.time.Duration;
import java.util.Arrays;

/**
 * Upper bounds of the histograms' buckets. The same in all services, so that Prometheus can add instances up and give
 * quantiles over them.
 */
public final class TimerBuckets {
    /** Work on one record: a window takes milliseconds, a mix seconds, a three-hour mix minutes. */
    public static final Duration[] WORK = ms(
            1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 900_000);

    /** What a user waits for: from a second to a day. */
    public static final Duration[] WAITING = ms(
            1_000,
            2_000,
            5_000,
            10_000,
            20_000,
            30_000,
            60_000,
            120_000,
            300_000,
            600_000,
            1_800_000,
            3_600_000,
            21_600_000,
            86_400_000);

    /** Answers to HTTP requests; an upload of a gigabyte takes minutes. */
    public static final Duration[] REQUEST =
            ms(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000, 600_000);

    private TimerBuckets() {}

    private static Duration[] ms(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
