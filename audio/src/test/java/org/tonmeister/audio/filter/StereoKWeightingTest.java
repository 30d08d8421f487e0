package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StereoKWeightingTest {
    private static final int FRAMES = 4000;

    private static float[] noise(long seed) {
        var random = new Random(seed);
        float[] noise = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            noise[i] = random.nextFloat(-0.5f, 0.5f);
        }
        return noise;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, FRAMES})
    void givesTheEnergiesOfTwoSingleFiltersHoweverTheSoundIsCut(int blockFrames) {
        float[] left = noise(1);
        float[] right = noise(2);
        var weighting = new StereoKWeighting(44_100);

        for (int at = 0; at < FRAMES; at += blockFrames) {
            weighting.add(left, right, at, Math.min(blockFrames, FRAMES - at));
        }

        assertThat(weighting.leftEnergy()).isEqualTo(new KWeighting(44_100).energy(left, 0, FRAMES));
        assertThat(weighting.rightEnergy()).isEqualTo(new KWeighting(44_100).energy(right, 0, FRAMES));
    }
}
