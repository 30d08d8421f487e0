package org.tonmeister.audio.mixdown;

import java.util.OptionalDouble;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.ChainOptions;

/**
 * What is asked of a mixdown besides the parameters.
 *
 * @param format of the file
 * @param loudnessLufs integrated loudness to reach; empty: what the parameters give
 * @param ceilingDbtp the true peak that neither the sound before the encoder nor what a decoder makes of the file passes
 */
public record MixdownOptions(OutputFormat format, OptionalDouble loudnessLufs, double ceilingDbtp) {
    /** No loudness target, −1 dBTP. */
    public static MixdownOptions of(OutputFormat format) {
        return new MixdownOptions(format, OptionalDouble.empty(), ChainOptions.DEFAULT_CEILING_DBTP);
    }

    public MixdownOptions withLoudnessLufs(double lufs) {
        return new MixdownOptions(format, OptionalDouble.of(lufs), ceilingDbtp);
    }

    public MixdownOptions withCeilingDbtp(double dbtp) {
        return new MixdownOptions(format, loudnessLufs, dbtp);
    }
}
