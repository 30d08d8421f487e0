package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeUpMeterTest {
    private static final double RATE = 48_000;
    private static final Parameters SQUEEZED =
            Parameters.neutral().with(Parameter.INPUT_GAIN, 0.7).with(Parameter.COMPRESSION, 0.6);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1})
    void makeUpKeepsTheLoudness(double compression) {
        // Given
        float[][] programme = Signals.programme(RATE, 5, 6 * 48_000);
        Parameters parameters = SQUEEZED.with(Parameter.COMPRESSION, compression);

        // When
        double makeUpDb = makeUp(programme, parameters, 4096);

        // Then
        var options = ChainOptions.defaults().withMakeUpDb(makeUpDb).withoutLimiter();
        float[][] out = Signals.copy(programme);
        new MixChain(RATE, parameters, options).process(out, out[0].length);
        double expected = Signals.weightedDb(RATE, programme) + parameters.units(Parameter.INPUT_GAIN);
        assertThat(makeUpDb).isGreaterThan(0.5);
        assertThat(Signals.weightedDb(RATE, out)).isCloseTo(expected, within(0.15));
    }

    @Test
    void doesNotDependOnTheBlocks() {
        float[][] programme = Signals.programme(RATE, 6, 48_000);

        assertThat(makeUp(programme, SQUEEZED, 1))
                .isEqualTo(makeUp(programme, SQUEEZED, 777))
                .isEqualTo(makeUp(programme, SQUEEZED, 48_000));
    }

    @Test
    void nothingIsLostWithoutCompressionOrSound() {
        float[][] programme = Signals.programme(RATE, 7, 48_000);

        assertThat(makeUp(programme, Parameters.neutral(), 4096)).isZero();
        assertThat(makeUp(Signals.silence(48_000), SQUEEZED, 4096)).isZero();
    }

    private static double makeUp(float[][] signal, Parameters parameters, int blockFrames) {
        var meter = new MakeUpMeter(RATE, parameters);
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
