package org.tonmeister.audio.analysis;

/**
 * Momentary and short-term loudness over the time of a track. Point i is the loudest reading of the step that ends at (i
 * + 1) · {@link #stepSeconds}; at least {@link Loudness#SILENCE_LUFS}. Until their windows are full, the readings are of
 * what there is so far.
 *
 * @param stepSeconds 0.1, or that times a power of two for long tracks
 * @param momentaryLufs over 400 ms, {@code [points]}
 * @param shortTermLufs over 3 s, {@code [points]}
 */
@SuppressWarnings("ArrayRecordComponent") // read as curves, never compared
public record LoudnessCurve(double stepSeconds, float[] momentaryLufs, float[] shortTermLufs) {}
