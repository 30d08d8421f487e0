package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(0.002f, 1000);

    @Test
    void rises_overTheFirstTwentieth_andFallsToNothing() {
        assertThat(schedule.rate(0)).isCloseTo(0.00004f, within(1e-7f));
        assertThat(schedule.rate(49)).isEqualTo(0.002f);
        assertThat(schedule.rate(525)).isCloseTo(0.001f, within(1e-6f));
        assertThat(schedule.rate(1000)).isZero();
        assertThat(schedule.rate(2000)).isZero();
    }
}
