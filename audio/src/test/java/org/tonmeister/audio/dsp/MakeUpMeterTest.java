package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.tonmeister.audio.filter.AtMasteringRates;

class MakeUpMeterTest {
    private static final Parameters SQUEEZED =
            Parameters.neutral().with(Parameter.INPUT_GAIN, 0.7).with(Parameter.COMPRESSION, 0.6);

    @AtMasteringRates
    void makeUpKeepsTheLoudness(int rate) {
        float[][] programme = Signals.programme(rate, 5, 6 * rate);
        for (double compression : new double[] {0.1, 0.5, 1}) {
            // Given
            Parameters parameters = SQUEEZED.with(Parameter.COMPRESSION, compression);

            // When
            double makeUpDb = makeUp(rate, programme, parameters, 4096);

            // Then
            var options = ChainOptions.defaults().withMakeUpDb(makeUpDb).withoutLimiter();
            float[][] out = Signals.copy(programme);
            new MixChain(rate, parameters, options).process(out, out[0].length);
            double expected = Signals.weightedDb(rate, programme) + parameters.units(Parameter.INPUT_GAIN);
            assertThat(makeUpDb).isGreaterThan(0.5);
            assertThat(Signals.weightedDb(rate, out)).isCloseTo(expected, within(0.15));
        }
    }

    @AtMasteringRates
    void doesNotDependOnTheBlocks(int rate) {
        float[][] programme = Signals.programme(rate, 6, rate);

        assertThat(makeUp(rate, programme, SQUEEZED, 1))
                .isEqualTo(makeUp(rate, programme, SQUEEZED, 777))
                .isEqualTo(makeUp(rate, programme, SQUEEZED, 48_000));
    }

    @AtMasteringRates
    void nothingIsLostWithoutCompressionOrSound(int rate) {
        float[][] programme = Signals.programme(rate, 7, rate);

        assertThat(makeUp(rate, programme, Parameters.neutral(), 4096)).isZero();
        assertThat(makeUp(rate, Signals.silence(48_000), SQUEEZED, 4096)).isZero();
    }

    private static double makeUp(int rate, float[][] signal, Parameters parameters, int blockFrames) {
        var meter = new MakeUpMeter(rate, parameters);
        float[][] block = new float[2][blockFrames];
        for (int at = 0; at < signal[0].length; at += blockFrames) {
            int frames = Math.min(blockFrames, signal[0].length - at);
            System.arraycopy(signal[0], at, block[0], 0, frames);
            System.arraycopy(signal[1], at, block[1], 0, frames);
            meter.add(block, frames);
        }
        return meter.makeUpDb();
    }
}
