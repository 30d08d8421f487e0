package org.tonmeister.audio.mixdown;

import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.dsp.GainReduction;
import org.tonmeister.audio.dsp.GainReductionTrace;
import org.tonmeister.audio.dsp.Parameters;

/**
 * What a mixdown did.
 *
 * @param before the track
 * @param after the sound that was given to the encoder; for a lossy format with the true peak that its decoder gives
 * @param gainReduction what compressor and limiter did
 * @param trace how that went over time
 * @param makeUpDb what the compressor's make-up gain gave back
 * @param removedOffset the DC offset that was taken out of the source, full scale 1; 0 if none was
 * @param parameters the ten: those asked for, with the output level that a loudness target needed
 * @param extraOutputGainDb gain for a loudness target beyond the output level's range
 * @param sampleRate of the file, Hz: some encoders need another one than the track's
 * @param encodings how often the file was written until it was as asked
 */
public record MixdownResult(
        Measurement before,
        Measurement after,
        GainReduction gainReduction,
        GainReductionTrace trace,
        double makeUpDb,
        double removedOffset,
        Parameters parameters,
        double extraOutputGainDb,
        int sampleRate,
        int encodings) {}
