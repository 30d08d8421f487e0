package org.tonmeister.audio.dsp;

/** Where a decay ends: arithmetic on subnormal numbers is many times slower, so no filter may come to them. */
final class Silence {
    /** −600 dBFS. */
    private static final double STATE = 1e-30;

    /**
     * −360 dBFS: added to an output and taken away again, it rounds the last of a decay to zero before it becomes a
     * subnormal float. It changes nothing else: a float has no such digits.
     */
    private static final double ROUNDING = 1e-18;

    private Silence() {}

    /** A filter's output as a float. */
    static float rounded(double output) {
        return (float) ((output + ROUNDING) - ROUNDING);
    }

    /** A filter's state, or zero when it has decayed. */
    static double settled(double state) {
        return Math.abs(state) < STATE ? 0 : state;
    }
}
