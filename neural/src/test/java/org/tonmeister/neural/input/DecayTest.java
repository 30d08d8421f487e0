package org.tonmeister.neural.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DecayTest {
    private static final int FRAMES = 106;
    private static final int CLASSES = 6;

    @Test
    void aSteadySound_doesNotMove() {
        float[] decay = Decay.of(TestWindows.of(FRAMES, (channel, bin, frame) -> channel == 0 ? -2000 : -3000));

        assertThat(decay).hasSize(120);
        for (int band = 0; band < Decay.BANDS; band++) {
            assertThat(list(decay, band, 0)).containsExactly(0, 0, 0, 1, 0, 0);
            assertThat(list(decay, band, 1)).containsExactly(0, 0, 0, 1, 0, 0);
            assertThat(list(decay, band, 2)).containsExactly(0, 0, 0, 0, 0, 0);
            assertThat(list(decay, band, 3)).containsExactly(0, 0, 0, 0, 0, 0);
            assertThat(list(decay, band, 4)).containsExactly(0, 0, 0, 0, 0, 1);
        }
    }

    @Test
    void slopes_areCountedByBandAndChannel() {
        // Given: in the second band mid falls by 2 dB a spectrum and side by 5, elsewhere nothing moves
        var window =
                TestWindows.of(16, (channel, bin, frame) -> bin / 32 == 1 ? -frame * (channel == 0 ? 200 : 500) : 0);

        float[] decay = Decay.of(window);

        assertThat(list(decay, 0, 0)).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(list(decay, 1, 0)).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(list(decay, 1, 1)).containsExactly(0, 1, 0, 0, 0, 0);
        // A mean of −5 dB, with half a percent of nothing in it.
        assertThat(list(decay, 1, 3)[2]).isCloseTo(-5 / 1.005f, within(1e-5f));
        // The last is 12 · 2 dB below the level 12 spectra earlier, and 3 · 2 dB more below the highest.
        assertThat(list(decay, 1, 4)).containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void aTailOnTheSides_standsOutInTheGaps() {
        // Given: notes of 4 spectra and gaps of 4 in mid; side is 20 dB below the notes all the time
        var window =
                TestWindows.of(FRAMES, (channel, bin, frame) -> channel == 1 ? -3000 : frame % 8 < 4 ? -1000 : -4000);

        float[] widths = list(Decay.of(window), 2, 2);

        // Then: where mid falls, side is 10 dB above it, where it rises 20 dB below; 13 of 105 points are each of these
        double mean = (-20.0 * 53 + 10.0 * 52) / 105;
        double count = 13 + 0.005 * 105;
        assertThat(widths[0]).isCloseTo((float) ((10 - mean) * 13 / count), within(1e-3f));
        assertThat(widths[5]).isCloseTo((float) ((-20 - mean) * 13 / count), within(1e-3f));
    }

    @Test
    void echoes_keepTheLevelUp() {
        // Given: bursts of 8 spectra every 24, then the same with an echo of −12 dB after 12
        var dry = TestWindows.of(FRAMES, (channel, bin, frame) -> frame % 24 < 8 ? -1000 : -5000);
        var wet = TestWindows.of(
                FRAMES, (channel, bin, frame) -> frame % 24 < 8 ? -1000 : frame % 12 < 8 ? -2200 : -5000);

        // When
        float deepDry = list(Decay.of(dry), 0, 4)[0];
        float deepWet = list(Decay.of(wet), 0, 4)[0];
        float echo = list(Decay.of(wet), 0, 4)[2];

        // Then: of falls by 40 dB there are fewer, and there are falls by the echo's 12 dB
        assertThat(deepWet).isLessThan(0.7f * deepDry);
        assertThat(list(Decay.of(dry), 0, 4)[2]).isZero();
        assertThat(echo).isGreaterThan(0.1f);
    }

    @Test
    void whatLiesFarBelowTheHighestLevel_isNoMovement() {
        var window = TestWindows.of(
                FRAMES, (channel, bin, frame) -> bin == 0 ? 0 : channel == 1 || frame % 2 == 0 ? -9000 : -8500);

        assertThat(list(Decay.of(window), 3, 0)).containsExactly(0, 0, 0, 1, 0, 0);
    }

    @Test
    void aLouderWindow_hasTheSameFigures() {
        float[] quiet = Decay.of(TestWindows.of(FRAMES, (channel, bin, frame) -> -4000 + pattern(channel, bin, frame)));
        float[] loud = Decay.of(TestWindows.of(FRAMES, (channel, bin, frame) -> -1500 + pattern(channel, bin, frame)));

        assertThat(loud).isEqualTo(quiet);
        // Slopes of −2.27 dB.
        assertThat(quiet[2]).isGreaterThan(0.5f);
    }

    @Test
    void aWindowOfOneSpectrum_hasNoFalls() {
        float[] decay = Decay.of(TestWindows.of(1, (channel, bin, frame) -> -2000));

        assertThat(list(decay, 3, 0)).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(list(decay, 3, 1)).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(list(decay, 3, 4)).containsExactly(0, 0, 0, 0, 0, 1);
    }

    @Test
    void refuses_otherLayouts() {
        var window = TestWindows.claiming(64, 10, 10, (channel, bin, frame) -> 0);

        assertThatThrownBy(() -> Decay.of(window)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int pattern(int channel, int bin, int frame) {
        return (channel * 311 + bin * 197 + frame * 773) % 1000;
    }

    private static float[] list(float[] decay, int band, int list) {
        int from = band * Decay.FIGURES + list * CLASSES;
        return Arrays.copyOfRange(decay, from, from + CLASSES);
    }
}
