package org.tonmeister.audio.dsp;

/**
 * What the dynamics of a chain did.
 *
 * @param compressorMeanDb mean gain reduction of the compressor over the track, without make-up
 * @param compressorMaxDb its largest
 * @param limiterMaxDb largest gain reduction of the limiter
 * @param limitedShare the part of the time, 0 to 1, in which the limiter took away more than 0.1 dB
 */
public record GainReduction(
        double compressorMeanDb, double compressorMaxDb, double limiterMaxDb, double limitedShare) {}
