package org.tonmeister.pipeline.worker;

import java.time.InstantSource;
import org.tonmeister.schemas.record.ProgressState;

/** Lets through at most two {@code RUNNING} a second; every other state always. */
final class ProgressThrottle {
    private static final long INTERVAL_MS = 500;

    private final InstantSource clock;
    private long nextMs = Long.MIN_VALUE;

    ProgressThrottle(InstantSource clock) {
        this.clock = clock;
    }

    boolean admits(ProgressState state) {
        if (state != ProgressState.RUNNING) {
            return true;
        }
        long now = clock.millis();
        if (now < nextMs) {
            return false;
        }
        nextMs = now + INTERVAL_MS;
        return true;
    }
}
