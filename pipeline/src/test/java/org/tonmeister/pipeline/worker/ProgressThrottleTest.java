package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.ProgressState;

class ProgressThrottleTest {
    private final AtomicLong nowMs = new AtomicLong(1_000);
    private final ProgressThrottle throttle = new ProgressThrottle(() -> Instant.ofEpochMilli(nowMs.get()));

    @Test
    void running_isAdmittedTwiceASecond() {
        assertThat(throttle.admits(ProgressState.RUNNING)).isTrue();
        nowMs.set(1_499);
        assertThat(throttle.admits(ProgressState.RUNNING)).isFalse();
        nowMs.set(1_500);
        assertThat(throttle.admits(ProgressState.RUNNING)).isTrue();
    }

    @Test
    void theEnd_isAlwaysAdmitted() {
        assertThat(throttle.admits(ProgressState.RUNNING)).isTrue();

        assertThat(throttle.admits(ProgressState.DONE)).isTrue();
        assertThat(throttle.admits(ProgressState.REJECTED)).isTrue();
        assertThat(throttle.admits(ProgressState.FAILED)).isTrue();
    }
}
