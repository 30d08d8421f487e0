package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.BiquadCoefficients;

/** The equaliser's bands, in the order in which they are applied: the one place for their corners and qualities. */
public enum EqBand {
    LOW(Parameter.LOW_EQ, Shape.LOW_SHELF, 110, 0.7071),
    MID(Parameter.MID_EQ, Shape.BELL, 1200, 0.7),
    HIGH(Parameter.HIGH_EQ, Shape.BELL, 4000, 1),
    PRESENCE(Parameter.PRESENCE, Shape.BELL, 10_000, 0.7);

    private final Parameter parameter;
    private final Shape shape;
    private final double cornerHz;
    private final double q;

    EqBand(Parameter parameter, Shape shape, double cornerHz, double q) {
        this.parameter = parameter;
        this.shape = shape;
        this.cornerHz = cornerHz;
        this.q = q;
    }

    /** The parameter that sets this band's gain. */
    public Parameter parameter() {
        return parameter;
    }

    /** The centre of a bell, or the frequency of half of a shelf's gain in dB. */
    public double cornerHz() {
        return cornerHz;
    }

    /** The filter of this band for a gain; the one of the opposite gain is its exact inverse. */
    public BiquadCoefficients coefficients(double sampleRate, double gainDb) {
        return switch (shape) {
            case LOW_SHELF -> BiquadCoefficients.lowShelf(sampleRate, cornerHz, q, gainDb);
            case BELL -> BiquadCoefficients.peaking(sampleRate, cornerHz, q, gainDb);
        };
    }

    private enum Shape {
        LOW_SHELF,
        BELL
    }
}
