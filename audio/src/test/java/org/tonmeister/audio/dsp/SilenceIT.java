package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.tonmeister.audio.filter.AtMasteringRates;

/** Ten minutes of silence after loud sound, with everything turned on. */
class SilenceIT {
    private static final int MINUTES = 10;

    @AtMasteringRates
    void tenMinutesBringNeitherDirectCurrentNorSubnormalNumbers(int rate) {
        var chain = new MixChain(
                rate,
                Parameters.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                ChainOptions.defaults().withMakeUpDb(10));
        float[][] loud = Signals.stereo(rate, i -> 0.9 * Math.signum(i % 100 - 30), i -> 0.9);
        chain.process(loud, rate);

        float[][] second = Signals.silence(rate);
        for (int i = 0; i < 60 * MINUTES; i++) {
            second = Signals.silence(rate);
            chain.process(second, rate);
            assertThat(Signals.countSubnormal(second)).isZero();
            assertThat(Subnormals.in(chain)).as("after %d s", i).isEmpty();
            if (i >= 30) {
                // -300 dBFS, and yet 1e23 times as large as the largest subnormal number, or nothing at all
                assertThat(Signals.peak(second)).as("after %d s", i).isLessThan(1e-15);
            }
        }
    }
}
