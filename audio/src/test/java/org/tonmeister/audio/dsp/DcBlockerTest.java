package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DcBlockerTest {
    private static void process(int rate, float[][] signal) {
        var options = ChainOptions.defaults().withoutLimiter().withDcBlocked(true);
        new MixChain(rate, Parameters.neutral(), options).process(signal, signal[0].length);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void takesAnOffsetAwayWithinASecond(int rate) {
        float[][] signal = Signals.silence(2 * rate);
        for (float[] channel : signal) {
            Arrays.fill(channel, 0.1f);
        }

        process(rate, signal);

        assertThat(signal[0][rate]).isCloseTo(0, within(1e-6f));
        assertThat(signal[1][2 * rate - 1]).isCloseTo(0, within(1e-9f));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void leavesTheDeepestBass(int rate) {
        float[][] signal = Signals.sine(rate, 20, -6, 4 * rate);
        double before = Signals.rmsDb(signal[0], 2 * rate, 4 * rate);

        process(rate, signal);

        assertThat(Signals.rmsDb(signal[0], 2 * rate, 4 * rate)).isCloseTo(before, within(0.05));
    }
}
