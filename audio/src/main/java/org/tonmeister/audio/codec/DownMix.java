package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/**
 * Any layout of up to eight channels to stereo.
 *
 * <p>Mono goes to both sides unchanged, two channels stay as they are. More are mixed by ITU-R BS.775-4, Annex 4,
 * table 2: front left and right as they are, centre and surrounds at 1/√2 to their side (both sides for those in the
 * middle, the back centre at 1/2), no low-frequency effects channel. The weights are not scaled down to make clipping
 * impossible: that would make every surround track 7.7 dB quieter than its own stereo mix. Peaks above full scale
 * survive in the float samples and meet the limiter.
 */
final class DownMix {
    private static final float HALF_POWER = (float) StrictMath.sqrt(0.5);

    private final float[] left;
    private final float[] right;

    private DownMix(int channels) {
        left = new float[channels];
        right = new float[channels];
    }

    /** @throws AudioFormatException if a channel's place is unknown or there are too many */
    static DownMix of(AVChannelLayout layout) throws AudioFormatException {
        int channels = layout.nb_channels();
        if (channels < 1 || channels > AudioReader.MAX_CHANNELS) {
            throw new AudioFormatException("the file has " + channels + " channels; Tonmeister reads 1 to "
                    + AudioReader.MAX_CHANNELS + ", mono to 7.1");
        }
        DownMix mix = new DownMix(channels);
        if (channels <= 2) {
            mix.left[0] = 1;
            mix.right[channels - 1] = 1;
            return mix;
        }
        if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
            try (AVChannelLayout usual = new AVChannelLayout()) {
                av_channel_layout_default(usual, channels);
                return mix.fill(usual);
            }
        }
        return mix.fill(layout);
    }

    private DownMix fill(AVChannelLayout layout) throws AudioFormatException {
        for (int i = 0; i < left.length; i++) {
            int channel = av_channel_layout_channel_from_index(layout, i);
            switch (channel) {
                case AV_CHAN_FRONT_LEFT, AV_CHAN_FRONT_LEFT_OF_CENTER, AV_CHAN_STEREO_LEFT, AV_CHAN_WIDE_LEFT ->
                    left[i] = 1;
                case AV_CHAN_FRONT_RIGHT, AV_CHAN_FRONT_RIGHT_OF_CENTER, AV_CHAN_STEREO_RIGHT, AV_CHAN_WIDE_RIGHT ->
                    right[i] = 1;
                case AV_CHAN_BACK_LEFT,
                        AV_CHAN_SIDE_LEFT,
                        AV_CHAN_TOP_FRONT_LEFT,
                        AV_CHAN_TOP_BACK_LEFT,
                        AV_CHAN_TOP_SIDE_LEFT,
                        AV_CHAN_SURROUND_DIRECT_LEFT -> left[i] = HALF_POWER;
                case AV_CHAN_BACK_RIGHT,
                        AV_CHAN_SIDE_RIGHT,
                        AV_CHAN_TOP_FRONT_RIGHT,
                        AV_CHAN_TOP_BACK_RIGHT,
                        AV_CHAN_TOP_SIDE_RIGHT,
                        AV_CHAN_SURROUND_DIRECT_RIGHT -> right[i] = HALF_POWER;
                case AV_CHAN_FRONT_CENTER -> bothSides(i, HALF_POWER);
                case AV_CHAN_BACK_CENTER, AV_CHAN_TOP_CENTER, AV_CHAN_TOP_FRONT_CENTER, AV_CHAN_TOP_BACK_CENTER ->
                    bothSides(i, 0.5f);
                case AV_CHAN_LOW_FREQUENCY, AV_CHAN_LOW_FREQUENCY_2, AV_CHAN_UNUSED -> bothSides(i, 0);
                default ->
                    throw new AudioFormatException("the file has " + left.length
                            + " channels in a layout Tonmeister cannot mix down to stereo");
            }
        }
        return this;
    }

    private void bothSides(int channel, float weight) {
        left[channel] = weight;
        right[channel] = weight;
    }

    /** Whether samples leave as they came: mono and stereo. */
    boolean exact() {
        return left.length <= 2;
    }

    /** Mixes {@code in[channels][frames]} into {@code out[2]} from {@code outOffset}. */
    void apply(float[][] in, int frames, float[][] out, int outOffset) {
        weighted(in, left, frames, out[0], outOffset);
        weighted(in, right, frames, out[1], outOffset);
    }

    private static void weighted(float[][] in, float[] weights, int frames, float[] out, int outOffset) {
        boolean first = true;
        for (int c = 0; c < weights.length; c++) {
            float weight = weights[c];
            float[] channel = in[c];
            if (weight == 0) {
                continue;
            }
            if (first && weight == 1) {
                System.arraycopy(channel, 0, out, outOffset, frames);
            } else {
                for (int i = 0; i < frames; i++) {
                    out[outOffset + i] = (first ? 0 : out[outOffset + i]) + weight * channel[i];
                }
            }
            first = false;
        }
        if (first) {
            java.util.Arrays.fill(out, outOffset, outOffset + frames, 0);
        }
    }
}
