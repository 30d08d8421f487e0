package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void valuesBetweenTwo_lieOnTheLine() {
        double[] values = {40, 10, 30, 20};

        assertThat(Percentiles.of(values, 0, 10, 50, 100)).containsExactly(10, 13, 25, 40);
        assertThat(values).containsExactly(40, 10, 30, 20);
    }

    @Test
    void nothingAndOneValue_haveTheirPercentiles() {
        assertThat(Percentiles.of(new double[0], 5, 95)).containsExactly(0, 0);
        assertThat(Percentiles.of(new double[] {7}, 5, 95)).containsExactly(7, 7);
    }
}
