package org.tonmeister.benchmarks.speed;

import java.nio.file.Path;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameters;

/**
 * What both sides do: one song to one FLAC file of 16 bits, compression level 5, all stages active.
 *
 * @param wav the song, decoded
 * @param out the mix
 * @param seed of the parameters
 * @param makeUpDb the compressor's make-up gain, measured beforehand
 */
record Job(Path wav, Path out, long seed, double makeUpDb) {
    static final int BITS = 16;
    static final double CEILING_DBTP = -1;

    /** Parameters at random, from the middle three fifths of their ranges: none is neutral. */
    Parameters parameters() {
        return parameters(seed);
    }

    static Parameters parameters(long seed) {
        var random = new Random(seed);
        return Parameters.of(
                random.doubles(Parameters.COUNT, 0.2, 0.8).map(Job::rounded).toArray());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
