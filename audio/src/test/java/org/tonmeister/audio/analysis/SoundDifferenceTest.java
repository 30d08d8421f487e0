package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoundDifferenceTest {
    private static final int RATE = 44_100;
    private static final float[] MID = TestSignals.noiseAndSawtooth(4 * RATE, 300);
    private static final float[] SIDE = TestSignals.noiseAndSawtooth(4 * RATE, 211);

    @Test
    void aGain_isADifferenceInLoudnessOnly() {
        // When
        var difference = SoundDifference.between(analysis(0.25, 0.1, 0), analysis(0.5, 0.2, 0));

        // Then
        assertThat(difference.loudnessLu()).isCloseTo(6.02, within(0.01));
        assertThat(difference.bandDb()).isCloseTo(0, within(1e-6));
        assertThat(difference.sideToMidDb()).isCloseTo(0, within(1e-6));
        assertThat(difference.crestDb()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aTenthOfTheSide_isTwentyDecibelsNarrower() {
        var difference = SoundDifference.between(analysis(0.5, 0.02, 0), analysis(0.5, 0.2, 0));
        assertThat(difference.sideToMidDb()).isCloseTo(20, within(0.01));
    }

    @Test
    void aTone_raisesItsBand_andTheCrest() {
        // When: a tone 40 dB above what its third-octave had
        var difference = SoundDifference.between(analysis(0.2, 0, 0.5), analysis(0.2, 0, 0));

        // Then: one band of 28 is too high by d, so the mean distance from the mean is 2·d·27/28²
        assertThat(difference.bandDb()).isBetween(0.5, 3.0);
        assertThat(difference.crestDb()).isGreaterThan(0.5);
    }

    private static TrackAnalysis analysis(double mid, double side, double tone) {
        float[] sine = TestSignals.sine(RATE, 5000, tone, 0, MID.length);
        float[][] stereo = new float[2][MID.length];
        for (int i = 0; i < MID.length; i++) {
            stereo[0][i] = (float) (mid * MID[i] + side * SIDE[i] + sine[i]);
            stereo[1][i] = (float) (mid * MID[i] - side * SIDE[i] + sine[i]);
        }
        var meter = new TrackMeter(RATE);
        meter.add(stereo, MID.length);
        return meter.finish();
    }
}
