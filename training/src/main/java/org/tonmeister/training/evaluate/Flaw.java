package org.tonmeister.training.evaluate;

import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;

/**
 * A plain flaw that a finished master is given by FFmpeg's filters, so by another hand than the inverse chain's, and what
 * should rise then. Corners and qualities are not those of the chain.
 */
enum Flaw {
    /** A high shelf, −6 dB from 3 kHz. */
    DARK("highshelf=f=3000:g=-6:t=q:w=0.6", false, Parameter.HIGH_EQ, Parameter.PRESENCE),
    /** The side signal at half of its amplitude. */
    NARROW("extrastereo=m=0.5:c=0", false, Parameter.WIDTH),
    /** −6 dB. */
    LOW_LEVEL("volume=-6dB", false, Parameter.INPUT_GAIN),
    /** An expander: levels change by 1.6 dB a decibel below 0 dBFS; the loudness stays. */
    EXPANDED(
            "compand=attacks=0.01:decays=0.15:soft-knee=2:points=-80/-128|-60/-96|-20/-32|0/0",
            true,
            Parameter.COMPRESSION),
    /** A bell, −6 dB at 900 Hz. */
    HOLLOW("equalizer=f=900:g=-6:t=q:w=0.5", false, Parameter.MID_EQ),
    /** A low shelf, −6 dB below 150 Hz. */
    THIN("lowshelf=f=150:g=-6:t=q:w=0.6", false, Parameter.LOW_EQ);

    private final String filter;
    private final boolean keepsLoudness;
    private final Set<Parameter> rising;

    Flaw(String filter, boolean keepsLoudness, Parameter... rising) {
        this.filter = filter;
        this.keepsLoudness = keepsLoudness;
        this.rising = Set.of(rising);
    }

    /** FFmpeg's description of the filter. */
    String filter() {
        return filter;
    }

    /** Whether the flawed sound is brought back to its loudness. */
    boolean keepsLoudness() {
        return keepsLoudness;
    }

    /** One of these should rise. */
    Set<Parameter> rising() {
        return rising;
    }
}
