package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TruePeakInterpolatorTest {
    private static final double[][] PHASES = {
        {
            0.0017089843750,
            0.0109863281250,
            -0.0196533203125,
            0.0332031250000,
            -0.0594482421875,
            0.1373291015625,
            0.9721679687500,
            -0.1022949218750,
            0.0476074218750,
            -0.0266113281250,
            0.0148925781250,
            -0.0083007812500
        },
        {
            -0.0291748046875,
            0.0292968750000,
            -0.0517578125000,
            0.0891113281250,
            -0.1665039062500,
            0.4650878906250,
            0.7797851562500,
            -0.2003173828125,
            0.1015625000000,
            -0.0582275390625,
            0.0330810546875,
            -0.0189208984375
        },
        {
            -0.0189208984375,
            0.0330810546875,
            -0.0582275390625,
            0.1015625000000,
            -0.2003173828125,
            0.7797851562500,
            0.4650878906250,
            -0.1665039062500,
            0.0891113281250,
            -0.0517578125000,
            0.0292968750000,
            -0.0291748046875
        },
        {
            -0.0083007812500,
            0.0148925781250,
            -0.0266113281250,
            0.0476074218750,
            -0.1022949218750,
            0.9721679687500,
            0.1373291015625,
            -0.0594482421875,
            0.0332031250000,
            -0.0196533203125,
            0.0109863281250,
            0.0017089843750
        }
    };

    @Test
    void impulse_givesTheLargestCoefficientOfTheFourPhasesTapByTap() {
        var interpolator = new TruePeakInterpolator();

        for (int tap = 0; tap < 12; tap++) {
            double expected = 0;
            for (double[] phase : PHASES) {
                expected = Math.max(expected, Math.abs(phase[tap]));
            }
            assertThat(interpolator.peak(tap == 0 ? 1 : 0)).isCloseTo((float) expected, within(1e-7f));
        }
        assertThat(interpolator.peak(0)).isZero();
    }

    @Test
    void noise_givesTheLargestOfFourPlainConvolutions() {
        float[] noise = noise(3000);
        float[] peaks = new float[noise.length];
        new TruePeakInterpolator().peaks(noise, 0, noise.length, peaks, 0);

        for (int n = 11; n < noise.length; n++) {
            double expected = 0;
            for (double[] phase : PHASES) {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    sum += phase[k] * noise[n - k];
                }
                expected = Math.max(expected, Math.abs(sum));
            }
            assertThat(peaks[n]).isCloseTo((float) expected, within(1e-6f));
        }
    }

    @Test
    void blocksOfAnySize_giveTheSameAsSingleSamples() {
        float[] noise = noise(5000);
        float[] single = new float[noise.length];
        float[] blocks = new float[noise.length + 3];
        var one = new TruePeakInterpolator();
        var other = new TruePeakInterpolator();

        for (int i = 0; i < noise.length; i++) {
            single[i] = one.peak(noise[i]);
        }
        int at = 0;
        for (int size = 1; at < noise.length; size = (size * 7 + 1) % 1801) {
            int frames = Math.min(size, noise.length - at);
            other.peaks(noise, at, frames, blocks, at + 3);
            at += frames;
        }

        assertThat(blocks).endsWith(single).startsWith(0, 0, 0);
    }

    @Test
    void peaks_canReplaceTheirInput() {
        float[] inPlace = noise(1500);
        float[] apart = new float[inPlace.length];
        new TruePeakInterpolator().peaks(inPlace, 0, inPlace.length, apart, 0);

        new TruePeakInterpolator().peaks(inPlace, 0, inPlace.length, inPlace, 0);

        assertThat(inPlace).isEqualTo(apart);
    }

    @Test
    void latency_isTheDelayOfThePointsAgainstTheInput() {
        // A slow sine at its steepest: the four points of step n lie between the inputs n − 6 and n − 5.
        var interpolator = new TruePeakInterpolator();
        double step = 2 * Math.PI / 400;

        for (int n = 0; n < 80; n++) {
            float peak = interpolator.peak((float) Math.sin(n * step));
            if (n > 12) {
                double older = Math.sin((n - TruePeakInterpolator.LATENCY_FRAMES) * step);
                double newer = Math.sin((n - TruePeakInterpolator.LATENCY_FRAMES + 1) * step);
                assertThat((double) peak).isBetween(older * 0.999, newer * 1.006);
            }
        }
    }

    private static float[] noise(int frames) {
        var random = new Random(11);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = random.nextFloat() * 2 - 1;
        }
        return noise;
    }
}
