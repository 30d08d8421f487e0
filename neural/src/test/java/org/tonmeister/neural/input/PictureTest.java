package org.tonmeister.neural.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void averages_neighbouringBandsAndSpectra_inDb() {
        // Given levels of −10 dB at even bands, −20 dB at odd ones, and 2 dB more at odd spectra
        var window = TestWindows.of(4, (channel, bin, frame) -> (bin % 2 == 0 ? -1000 : -2000) + frame % 2 * 200);

        // When
        float[] picture = new Picture(64, 2, 2).of(window);

        // Then each point is the mean of two bands and two spectra
        assertThat(picture).hasSize(2 * 64 * 2).containsOnly(-14f);
    }

    @Test
    void keeps_channelsBandsAndTime_inThatOrder() {
        var window = TestWindows.of(2, (channel, bin, frame) -> -(channel * 2000 + bin * 10 + frame));

        float[] picture = new Picture(128, 2, 1).of(window);

        assertThat(picture[0]).isZero();
        assertThat(picture[1]).isEqualTo(-0.01f);
        assertThat(picture[2]).isEqualTo(-0.1f);
        assertThat(picture[2 * 128]).isEqualTo(-20f);
    }

    @Test
    void repeats_aShortWindow_fromItsStart() {
        var window = TestWindows.of(3, (channel, bin, frame) -> -100 * frame);

        float[] picture = new Picture(128, 8, 1).of(window);

        assertThat(picture).startsWith(0f, -1f, -2f, 0f, -1f, -2f, 0f, -1f);
    }

    @Test
    void takes_holesOfLossyCoders_forTheFloor() {
        var window = TestWindows.of(1, (channel, bin, frame) -> -10_000);

        assertThat(new Picture(64, 1, 1).of(window)).containsOnly(-90f);
    }

    @Test
    void amplified_isLouder_butForTheFloor() {
        float[] picture = {-95, -90, -40, 0};

        Picture.amplify(picture, 3);
        assertThat(picture).containsExactly(-90, -87, -37, 3);

        Picture.amplify(picture, -6);
        assertThat(picture).containsExactly(-90, -90, -43, -3);
    }

    @Test
    void refuses_anotherNumberOfBands() {
        var window = TestWindows.claiming(64, 2, 2, (channel, bin, frame) -> 0);

        assertThatThrownBy(() -> new Picture(64, 1, 1).of(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128 mel bands, not 64");
    }

    @Test
    void refuses_aSpectrogramThatIsTooShortForItsFrames() {
        var window = TestWindows.claiming(128, 3, 2, (channel, bin, frame) -> 0);

        assertThatThrownBy(() -> new Picture(64, 1, 1).of(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 values instead of 384");
    }

    @Test
    void refuses_layoutsThatDoNotDivideTheBands() {
        assertThatThrownBy(() -> new Picture(100, 52, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
