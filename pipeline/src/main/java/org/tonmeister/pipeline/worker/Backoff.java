package org.tonmeister.pipeline.worker;

import java.time.Duration;

/** Waiting times that double from 100 ms to 10 s. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /** The time to wait now. */
    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    /** Begins anew after a success. */
    void reset() {
        next = FIRST;
    }
}
