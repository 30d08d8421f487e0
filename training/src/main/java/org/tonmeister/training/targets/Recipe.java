package org.tonmeister.training.targets;

/**
 * How many examples are made of a track, and of how many windows.
 *
 * @param seed of everything drawn
 * @param cleanWindows at most so many windows of the clean master
 * @param a12 examples by {@link Protocol#A12}
 * @param b12 examples by {@link Protocol#B12}
 * @param windows at most so many windows of each flawed example
 * @param halves true: each flawed example has windows at random from one half of the track, also drawn, so that clean
 *     windows of the other half can be its reference; a track of one window has no halves. False: all have windows
 *     evenly spaced over the track, the same ones
 */
record Recipe(long seed, int cleanWindows, int a12, int b12, int windows, boolean halves) {
    /** To be raised when the same recipe gives other examples than before. */
    private static final int VERSION = 1;

    /** Names all that the examples of a track depend on. */
    String fingerprint() {
        return "masters-" + VERSION + " seed=" + seed + " clean=" + cleanWindows + " a12=" + a12 + " b12=" + b12
                + " windows=" + windows + (halves ? " halves" : " even");
    }
}
