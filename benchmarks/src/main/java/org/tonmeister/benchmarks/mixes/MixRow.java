package org.tonmeister.benchmarks.mixes;

import java.util.List;

/**
 * One mix and what was found in its file.
 *
 * @param track label in the corpus
 * @param format of the file
 * @param parameters the ten, drawn at random, in table order
 * @param lufs integrated loudness by FFmpeg
 * @param truePeakDbtp true peak by FFmpeg
 * @param overCeilingDb that over the ceiling
 * @param dcDbfs the larger DC offset of both channels
 * @param notNumbers samples that are NaN or infinite
 * @param clicks times of discontinuities that the source has not, seconds; before the encoder
 * @param encodings how often it was encoded until the ceiling held
 * @param injected jumps of 0.3 that were added to the mix to try the search
 * @param found how many of them it found, at most
 */
record MixRow(
        String track,
        String format,
        List<Double> parameters,
        double lufs,
        double truePeakDbtp,
        double overCeilingDb,
        double dcDbfs,
        long notNumbers,
        List<Double> clicks,
        int encodings,
        int injected,
        int found) {}
