package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.filter.AtMasteringRates;

/**
 * Arithmetic on subnormal numbers takes many times as long: none may come out of a stage when loud sound is followed by
 * silence, and no state may stay at one.
 */
class SilenceTest {
    private static final int BLOCK_FRAMES = 1024;

    @AtMasteringRates
    void noStageAloneGivesOutSubnormalNumbers(int rate) {
        for (Parameter parameter : Parameter.values()) {
            assertDecaysCleanly(rate, Parameters.neutral().with(parameter, 1));
        }
    }

    @AtMasteringRates
    void noMixGivesOutSubnormalNumbers(int rate) {
        var random = new SplittableRandom(rate);
        for (int mix = 0; mix < 2; mix++) {
            assertDecaysCleanly(
                    rate, Parameters.of(random.doubles(Parameters.COUNT).toArray()));
        }
    }

    private static void assertDecaysCleanly(int rate, Parameters parameters) {
        var chain = new MixChain(rate, parameters, ChainOptions.defaults().withMakeUpDb(6));
        chain.process(Signals.noise(1, 2, rate / 2), rate / 2);

        boolean sends = !parameters.isNeutral(Parameter.REVERB) || !parameters.isNeutral(Parameter.DELAY);
        List<Integer> subnormalStates = new ArrayList<>();
        float[][] block = new float[2][BLOCK_FRAMES];
        int blocks = (sends ? 18 : 5) * rate / BLOCK_FRAMES;
        for (int i = 0; i < blocks; i++) {
            Arrays.fill(block[0], 0);
            Arrays.fill(block[1], 0);
            chain.process(block, BLOCK_FRAMES);
            assertThat(Signals.countSubnormal(block)).as("%s", parameters).isZero();
            if (i % 16 == 0 && !Subnormals.in(chain).isEmpty()) {
                subnormalStates.add(i);
            }
        }

        // A recursion may pass through them on its way to zero, no more.
        assertThat(subnormalStates).as("%s", parameters).hasSizeLessThanOrEqualTo(1);
        assertThat(Subnormals.in(chain)).as("%s", parameters).isEmpty();
        assertThat(Signals.peak(block)).as("%s", parameters).isLessThan(1e-16);
    }

    @Test
    void theSearchFindsASubnormalState() {
        var line = new DelayLine(8);
        assertThat(Subnormals.in(line)).isEmpty();

        line.write(new float[] {Float.MIN_VALUE}, 0, 1);

        assertThat(Subnormals.in(line)).isEqualTo("DelayLine.ring[0] = " + Float.MIN_VALUE);
    }
}
