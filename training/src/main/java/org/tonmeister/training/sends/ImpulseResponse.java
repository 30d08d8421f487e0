package org.tonmeister.training.sends;

/**
 * What a room or an echo answers to an impulse, without the impulse itself.
 *
 * @param samples {@code [2][frames]}: what is heard on each side
 * @param monoShare from 0 to 1: each side is fed by its own channel, but by this part with the mean of both
 */
record ImpulseResponse(float[][] samples, double monoShare) {
    /** Length. */
    int frames() {
        return samples[0].length;
    }

    /** How much of its own channel a side is fed. */
    double own() {
        return 1 - monoShare / 2;
    }

    /** How much of the other channel a side is fed. */
    double other() {
        return monoShare / 2;
    }
}
