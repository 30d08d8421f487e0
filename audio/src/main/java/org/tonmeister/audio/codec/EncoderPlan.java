package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Map;

/**
 * How a format is made.
 *
 * @param encoder FFmpeg's name of the encoder
 * @param muxer FFmpeg's name of the container
 * @param sampleFormat AVSampleFormat the encoder is fed with
 * @param bitsPerSample significant bits, or 0 where that means nothing
 * @param bitRate bits per second, or 0 for lossless
 * @param fixedRate the only sample rate to use, or 0 for the encoder's own choice
 * @param encoderOptions further options of the encoder
 * @param muxerOptions further options of the container
 */
record EncoderPlan(
        String encoder,
        String muxer,
        int sampleFormat,
        int bitsPerSample,
        int bitRate,
        int fixedRate,
        Map<String, String> encoderOptions,
        Map<String, String> muxerOptions) {
    /** Measured on 249 s: level 5 is smaller than 0 and 2 and not slower; 8 takes twice the time for 2 % less. */
    private static final String FLAC_LEVEL = "5";
    /** LAME's -q 5: three quarters of the default's time; at 320 kb/s the bits are there anyway. */
    private static final String LAME_QUALITY = "5";
    /**
     * FFmpeg's "fast" search, without the tools for low bit rates: noise substitution and intensity stereo throw the
     * waveform away, temporal noise shaping gains nothing. Measured on 33 excerpts of 30 s against the default: 4 dB more
     * signal to noise, 2 to 3 dB lower noise-to-mask ratio, a third of the time; and where the default lets single frames
     * go wrong (errors of half of full scale, peaks 4 dB too high) this errs by 0.1. Its weak spot is a loud pure tone
     * above a background of less than −75 dBFS, which no recording has: there the error is only 28 dB below the tone.
     */
    private static final Map<String, String> AAC_OPTIONS =
            Map.of("aac_coder", "fast", "aac_pns", "0", "aac_is", "0", "aac_tns", "0");

    /** @param bitsPerSample 16 or 24, asked for FLAC only */
    static EncoderPlan of(OutputFormat format, int bitsPerSample) {
        return switch (format) {
            case FLAC -> flac(bitsPerSample);
            case WAV16 -> wav("pcm_s16le", AV_SAMPLE_FMT_S16, 16);
            case WAV24 -> wav("pcm_s24le", AV_SAMPLE_FMT_S32, 24);
            case WAV32F -> wav("pcm_f32le", AV_SAMPLE_FMT_FLT, 0);
            case MP3 ->
                new EncoderPlan(
                        "libmp3lame",
                        "mp3",
                        AV_SAMPLE_FMT_FLTP,
                        0,
                        320_000,
                        0,
                        Map.of("compression_level", LAME_QUALITY),
                        Map.of("id3v2_version", "0"));
            case M4A -> new EncoderPlan("aac", "ipod", AV_SAMPLE_FMT_FLTP, 0, 256_000, 0, AAC_OPTIONS, Map.of());
            case OPUS -> new EncoderPlan("libopus", "opus", AV_SAMPLE_FMT_FLT, 0, 192_000, 48_000, Map.of(), Map.of());
        };
    }

    private static EncoderPlan flac(int bitsPerSample) {
        if (bitsPerSample != 16 && bitsPerSample != 24) {
            throw new IllegalArgumentException("FLAC is written with 16 or 24 bits, not " + bitsPerSample);
        }
        int sampleFormat = bitsPerSample == 16 ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_S32;
        return new EncoderPlan(
                "flac", "flac", sampleFormat, bitsPerSample, 0, 0, Map.of("compression_level", FLAC_LEVEL), Map.of());
    }

    private static EncoderPlan wav(String encoder, int sampleFormat, int bitsPerSample) {
        // RF64 takes over beyond 4 GiB.
        return new EncoderPlan(encoder, "wav", sampleFormat, bitsPerSample, 0, 0, Map.of(), Map.of("rf64", "auto"));
    }

    /** Whether the container has a place for a picture of its own. */
    boolean holdsPictureStream() {
        return switch (muxer) {
            case "flac", "ipod" -> true;
            default -> false;
        };
    }

    /** Whether pictures go into a Vorbis comment. */
    boolean holdsPictureComment() {
        return muxer.equals("opus");
    }
}
