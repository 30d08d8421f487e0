package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Which sample rate a file gets: its source's, or the best that the encoder has instead. */
final class EncoderRates {
    private static final int LOWEST_GOOD_RATE = 32_000;

    private EncoderRates() {}

    /** The rate to encode at, for material of {@code sampleRate}. */
    static int rateFor(EncoderPlan plan, int sampleRate) {
        AVCodec codec = avcodec_find_encoder_by_name(plan.encoder());
        try (PointerPointer<Pointer> rates = new PointerPointer<>(1);
                IntPointer count = new IntPointer(1)) {
            rates.put(0, (Pointer) null);
            avcodec_get_supported_config(null, codec, AV_CODEC_CONFIG_SAMPLE_RATE, 0, rates, count);
            if (rates.get() == null) {
                return sampleRate;
            }
            int[] supported = new int[count.get()];
            new IntPointer(rates.get()).get(supported);
            return best(
                    Arrays.stream(supported)
                            .filter(rate -> rate >= plan.lowestRate())
                            .toArray(),
                    sampleRate);
        }
    }

    /**
     * The rate itself; else the highest good one that divides it; else the lowest multiple; else the next higher; else
     * the highest of all.
     */
    static int best(int[] supported, int sampleRate) {
        int divisor = 0;
        int multiple = Integer.MAX_VALUE;
        int higher = Integer.MAX_VALUE;
        int highest = 0;
        for (int rate : supported) {
            if (rate == sampleRate) {
                return rate;
            }
            if (sampleRate % rate == 0 && rate >= LOWEST_GOOD_RATE) {
                divisor = Math.max(divisor, rate);
            }
            if (rate % sampleRate == 0) {
                multiple = Math.min(multiple, rate);
            }
            if (rate > sampleRate) {
                higher = Math.min(higher, rate);
            }
            highest = Math.max(highest, rate);
        }
        if (divisor != 0) {
            return divisor;
        }
        if (multiple != Integer.MAX_VALUE) {
            return multiple;
        }
        return higher == Integer.MAX_VALUE ? highest : higher;
    }
}
