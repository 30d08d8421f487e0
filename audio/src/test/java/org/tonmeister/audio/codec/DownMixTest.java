package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownMixTest {
    @BeforeAll
    static void load() {
        Ffmpeg.load();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mono                | 1                             | 1",
                "stereo              | 1 0                           | 0 1",
                "downmix             | 1 0                           | 0 1",
                "3.0                 | 1 0 .7071                     | 0 1 .7071",
                "quad                | 1 0 .7071 0                   | 0 1 0 .7071",
                "5.0(side)           | 1 0 .7071 .7071 0             | 0 1 .7071 0 .7071",
                "5.1                 | 1 0 .7071 0 .7071 0           | 0 1 .7071 0 0 .7071",
                "6.1                 | 1 0 .7071 0 .5 .7071 0        | 0 1 .7071 0 .5 0 .7071",
                "7.1                 | 1 0 .7071 0 .7071 0 .7071 0   | 0 1 .7071 0 0 .7071 0 .7071",
            })
    void weights_areThoseOfBs775(String layout, String left, String right) throws AudioFormatException {
        try (AVChannelLayout native1 = new AVChannelLayout()) {
            av_channel_layout_from_string(native1, layout);
            assertWeights(
                    DownMix.of(native1), left.trim().split(" "), right.trim().split(" "));
        }
    }

    @Test
    void unnamedChannels_areTakenForTheUsualLayout() throws AudioFormatException {
        try (AVChannelLayout unnamed = new AVChannelLayout()) {
            unnamed.order(AV_CHANNEL_ORDER_UNSPEC).nb_channels(6);
            assertWeights(DownMix.of(unnamed), "1 0 .7071 0 .7071 0".split(" "), "0 1 .7071 0 0 .7071".split(" "));
        }
    }

    @Test
    void refuses_moreThanEightChannels() {
        try (AVChannelLayout many = new AVChannelLayout()) {
            av_channel_layout_default(many, 16);
            assertThatThrownBy(() -> DownMix.of(many))
                    .isInstanceOf(AudioFormatException.class)
                    .hasMessage("the file has 16 channels; Tonmeister reads 1 to 8, mono to 7.1");
        }
    }

    @Test
    void refuses_soundFieldsWithoutSpeakers() {
        try (AVChannelLayout ambisonic = new AVChannelLayout()) {
            av_channel_layout_from_string(ambisonic, "ambisonic 1");
            assertThatThrownBy(() -> DownMix.of(ambisonic))
                    .hasMessage("the file has 4 channels in a layout Tonmeister cannot mix down to stereo");
        }
    }

    private static void assertWeights(DownMix mix, String[] left, String[] right) {
        // One frame a channel, in which only that channel sounds, one weight after the other.
        int channels = left.length;
        float[][] in = new float[channels][channels];
        for (int c = 0; c < channels; c++) {
            in[c][c] = 1;
        }
        float[][] out = new float[2][channels + 1];
        mix.apply(in, channels, out, 1);
        for (int c = 0; c < channels; c++) {
            assertThat(out[0][c + 1]).isCloseTo(Float.parseFloat(left[c]), within(1e-4f));
            assertThat(out[1][c + 1]).isCloseTo(Float.parseFloat(right[c]), within(1e-4f));
        }
    }
}
