package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GainReductionTraceTest {
    @Test
    void keepsTheLargestOfEachTenthOfASecond() {
        var trace = new GainReductionTrace(0.05);

        trace.add(1, 0);
        trace.add(3, 2);
        trace.add(0, 5);

        assertThat(trace.stepSeconds()).isCloseTo(0.1, within(1e-12));
        assertThat(trace.compressorDb()).containsExactly(3, 0);
        assertThat(trace.limiterDb()).containsExactly(2, 5);
    }

    @Test
    void longTracksGetLongerSteps() {
        var trace = new GainReductionTrace(0.1);
        int segments = 10 * GainReductionTrace.MOST_POINTS + 3;

        for (int i = 0; i < segments; i++) {
            trace.add(i == 1234 ? 7 : 1, i);
        }

        assertThat(trace.stepSeconds()).isCloseTo(1.6, within(1e-12));
        assertThat(trace.compressorDb()).hasSize((segments + 15) / 16);
        assertThat(trace.compressorDb()[1234 / 16]).isEqualTo(7);
        assertThat(trace.compressorDb()[1234 / 16 + 1]).isEqualTo(1);
        assertThat(trace.limiterDb()[100]).isEqualTo(100 * 16 + 15);
    }

    @Test
    void followsTheChain() {
        int rate = 48_000;
        float[][] loud = Signals.sine(rate, 1000, -3, 2 * rate);
        var parameters = Parameters.neutral().with(Parameter.COMPRESSION, 1).with(Parameter.OUTPUT_LEVEL, 1);
        var chain = new MixChain(rate, parameters, ChainOptions.defaults());

        chain.process(loud, 2 * rate);

        var trace = chain.gainReductionTrace();
        assertThat(trace.stepSeconds()).isCloseTo(0.1, within(0.01));
        assertThat(trace.compressorDb()).hasSize((int) Math.ceil(2 / trace.stepSeconds()));
        assertThat(max(trace.compressorDb()))
                .isCloseTo((float) chain.gainReduction().compressorMaxDb(), within(1e-4f));
        assertThat(max(trace.limiterDb()))
                .isCloseTo((float) chain.gainReduction().limiterMaxDb(), within(1e-4f));
        // Before the compressor has closed, the limiter has work; later it has none.
        assertThat(trace.limiterDb()[0]).isGreaterThan(1);
        assertThat(trace.limiterDb()[10]).isZero();
        assertThat(trace.compressorDb()[10]).isGreaterThan(10);
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
