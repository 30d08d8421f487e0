package org.tonmeister.benchmarks.speed;

import java.nio.file.Path;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * What both sides do: one song to one FLAC file of 16 bits, compression level 5, all stages active.
 *
 * @param wav the song, decoded
 * @param out the mix
 * @param seed of the parameters
 * @param lufs the song's integrated loudness
 * @param makeUpDb the compressor's make-up gain, measured beforehand
 */
record Job(Path wav, Path out, long seed, double lufs, double makeUpDb) {
    static final int BITS = 16;
    static final double CEILING_DBTP = -1;

    private static final double WORK_LEVEL_LUFS = -20;
    private static final double STREAMING_LUFS = -14;
    private static final double GAIN_SPREAD_DB = 2;

    Parameters parameters() {
        return parameters(seed, lufs);
    }

    /**
     * Parameters at random, from the middle three fifths of their ranges: none is neutral. Only the gains are as a mix has
     * them: the first brings the song near the work level of the models, the last from there near a streaming service's.
     */
    static Parameters parameters(long seed, double lufs) {
        var random = new Random(seed);
        var drawn = Parameters.of(
                random.doubles(Parameters.COUNT, 0.2, 0.8).map(Job::rounded).toArray());
        return drawn.with(Parameter.INPUT_GAIN, gain(WORK_LEVEL_LUFS - lufs, random))
                .with(Parameter.OUTPUT_LEVEL, gain(STREAMING_LUFS - WORK_LEVEL_LUFS, random));
    }

    private static double gain(double gainDb, Random random) {
        double near = gainDb + GAIN_SPREAD_DB * (2 * random.nextDouble() - 1);
        return rounded(Math.max(0, Math.min(1, near / 24 + 0.5)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
