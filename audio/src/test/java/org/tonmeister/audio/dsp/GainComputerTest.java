package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GainComputerTest {
    private static final double EXACT = 1e-12;

    @Test
    void leavesLevelsBelowTheKneeAlone() {
        var curve = new GainComputer(-26, 4, 6, 15);

        assertThat(curve.reductionDb(-29)).isZero();
        assertThat(curve.reductionDb(-100)).isZero();
    }

    @Test
    void followsTheRatioAboveTheKnee() {
        var curve = new GainComputer(-26, 4, 6, 15);

        assertThat(curve.reductionDb(-23)).isCloseTo(0.75 * 3, within(EXACT));
        assertThat(curve.reductionDb(-14)).isCloseTo(0.75 * 12, within(EXACT));
    }

    @Test
    void bendsQuadraticallyThroughTheKnee() {
        var curve = new GainComputer(-26, 4, 6, 15);

        // Equation 4 at the threshold: (1 − 1/R)·(W/2)²/(2W) = 0.75·9/12.
        assertThat(curve.reductionDb(-26)).isCloseTo(0.5625, within(EXACT));
        assertThat(curve.reductionDb(-27.5)).isCloseTo(0.75 * 2.25 / 12, within(EXACT));
    }

    @Test
    void hardKneeHasNoTransition() {
        var curve = new GainComputer(-26, 2, 0, 15);

        assertThat(curve.reductionDb(-26)).isZero();
        assertThat(curve.reductionDb(-25)).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void ratioOfOneDoesNothing() {
        for (double level = -60; level <= 20; level += 0.5) {
            assertThat(new GainComputer(-26, 1, 6, 15).reductionDb(level)).isZero();
            assertThat(new GainComputer(-26, 1, 0, 15).reductionDb(level)).isZero();
        }
    }

    @Test
    void stopsAtTheLargestReduction() {
        assertThat(new GainComputer(-26, 8, 6, 15).reductionDb(20)).isEqualTo(15);
    }

    @Test
    void refusesImpossibleFigures() {
        assertThatThrownBy(() -> new GainComputer(-26, 0.5, 6, 15)).hasMessageContaining("ratio 0.5");
        assertThatThrownBy(() -> new GainComputer(Double.NaN, 2, 6, 15)).hasMessageContaining("threshold NaN");
    }
}
