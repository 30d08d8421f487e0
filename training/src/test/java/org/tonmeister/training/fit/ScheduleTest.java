package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(0.002f, 1000);

    @Test
    void rises_overTheFirstTwentieth_andFallsToNothing() {
        assertThat(schedule.getNewValue(0)).isCloseTo(0.00004f, within(1e-7f));
        assertThat(schedule.getNewValue(49)).isEqualTo(0.002f);
        assertThat(schedule.getNewValue(525)).isCloseTo(0.001f, within(1e-6f));
        assertThat(schedule.getNewValue(1000)).isZero();
        assertThat(schedule.getNewValue(2000)).isZero();
    }
}
