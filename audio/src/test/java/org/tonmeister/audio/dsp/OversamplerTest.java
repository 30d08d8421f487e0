package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge is judged first: by tones whose peak lies between their samples. */
class OversamplerTest {
    @ParameterizedTest
    @CsvSource({"0.25, 45", "0.1666666666666667, 60", "0.125, 67.5", "0.4, 18", "0.45, 9", "0.01, 1.8"})
    void findsAPeakBetweenTheSamples(double cyclesPerFrame, double degrees) {
        // Given a tone under a slow fade, so that its ends add nothing
        int frames = 6000;
        float[][] tone = Signals.stereo(
                frames,
                i -> Math.pow(Math.sin(Math.PI * i / frames), 2)
                        * Math.sin(2 * Math.PI * cyclesPerFrame * i + Math.toRadians(degrees)),
                i -> 0);

        assertThat(new Oversampler().truePeakDb(tone)).isCloseTo(0, within(0.03));
    }
}
