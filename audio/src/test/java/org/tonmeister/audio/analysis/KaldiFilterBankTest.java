package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaldiFilterBankTest {
    @Test
    void logEnergies_areTorchaudios() {
        float[][] expected = TestSignals.expected("kaldi.csv");
        float[] signal = TestSignals.noiseAndSawtooth(3300, 61);

        float[][] energies = new KaldiFilterBank().logEnergies(signal, signal.length);

        assertThat(energies).hasDimensions(expected.length, 128);
        assertThat(energies).hasDimensions(19, 128);
        for (int t = 0; t < energies.length; t++) {
            for (int band = 0; band < 128; band++) {
                // Near a logarithm of 0 the relative error says nothing: there, a relative 1e-4 of the energy.
                assertThat(energies[t][band])
                        .as("frame %d, band %d", t, band)
                        .isCloseTo(expected[t][band], within(1e-4f * Math.max(1, Math.abs(expected[t][band]))));
            }
        }
    }

    @Test
    void tenSecondsAndAQuarter_give1022Frames() {
        assertThat(KaldiFilterBank.frames(163_840)).isEqualTo(1022);
        assertThat(KaldiFilterBank.frames(400)).isEqualTo(1);
        assertThat(KaldiFilterBank.frames(399)).isZero();
    }

    @Test
    void silence_isTheLogarithmOfTheFloor() {
        float[][] energies = new KaldiFilterBank().logEnergies(new float[400], 400);

        assertThat(energies[0]).containsOnly((float) Math.log(1.1920929e-7f));
    }

    @Test
    void astInput_isNormalisedAfterPaddingWithZeros() {
        float[][] energies = new float[1022][128];
        energies[5][7] = -4.2677393f;
        energies[5][8] = -4.2677393f + 2 * 4.5689974f;

        float[][] input = AstInput.of(energies);

        assertThat(input).hasDimensions(1024, 128);
        assertThat(input[5][7]).isZero();
        assertThat(input[5][8]).isCloseTo(1, within(1e-6f));
        assertThat(input[1023][0]).isCloseTo(4.2677393f / (2 * 4.5689974f), within(1e-6f));
    }

    @Test
    void astInput_cutsWhatIsTooLong() {
        float[][] energies = new float[2000][128];
        energies[1023][0] = 3;

        assertThat(AstInput.of(energies)).hasDimensions(1024, 128);
        assertThat(AstInput.of(energies)[1023][0]).isGreaterThan(AstInput.of(energies)[1022][0]);
    }
}
