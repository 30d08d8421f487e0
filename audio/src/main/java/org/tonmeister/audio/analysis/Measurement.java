package org.tonmeister.audio.analysis;

/**
 * What {@link Meters} read.
 *
 * @param loudness after EBU R 128
 * @param truePeakDbtp true peak, at least {@link TruePeakMeter#SILENCE_DBTP}
 */
public record Measurement(Loudness loudness, double truePeakDbtp) {
    /** The same with another true peak. */
    public Measurement withTruePeakDbtp(double dbtp) {
        return new Measurement(loudness, dbtp);
    }
}
