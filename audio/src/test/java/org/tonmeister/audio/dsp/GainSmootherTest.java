package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GainSmootherTest {
    private static final int ONE = GainSmoother.ONE;

    private static float[] smooth(GainSmoother smoother, int[] needed) {
        float[] gains = new float[needed.length];
        smoother.process(needed, gains, needed.length);
        return gains;
    }

    @Test
    void reachesTheNeededGainWithinItsSupport() {
        var smoother = new GainSmoother(6, 4, 100);
        int[] needed = new int[20];
        Arrays.fill(needed, ONE / 4);

        float[] gains = smooth(smoother, needed);

        assertThat(smoother.support()).isEqualTo(9);
        assertThat(gains[7]).isGreaterThan(0.25f);
        assertThat(gains[8]).isEqualTo(0.25f);
        for (int i = 1; i < 20; i++) {
            assertThat(gains[i]).isLessThanOrEqualTo(gains[i - 1]);
        }
    }

    @Test
    void recoversExponentially() {
        var smoother = new GainSmoother(1, 1, 100);
        int[] needed = new int[101];
        Arrays.fill(needed, ONE);
        needed[0] = ONE / 2;

        float[] gains = smooth(smoother, needed);

        assertThat(gains[0]).isEqualTo(0.5f);
        assertThat(gains[100]).isCloseTo((float) (1 - 0.5 * Math.exp(-1)), within(1e-5f));
    }

    @Test
    void isExactlyOneAgainAfterAnyPast() {
        var smoother = new GainSmoother(132, 88, 441);
        var random = new SplittableRandom(1);
        int[] needed = random.ints(200_000, ONE / 50, ONE).toArray();
        smooth(smoother, needed);
        assertThat(smoother.isAtRest()).isFalse();

        int[] free = new int[20_000];
        Arrays.fill(free, ONE);
        float[] gains = smooth(smoother, free);

        assertThat(gains[19_999]).isEqualTo(1f);
        assertThat(smoother.isAtRest()).isTrue();
    }
}
