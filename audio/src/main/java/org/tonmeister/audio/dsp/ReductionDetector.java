package org.tonmeister.audio.dsp;

/**
 * The smooth decoupled peak detector of Giannoulis, Massberg and Reiss (JAES 60(6), 2012), equation 17, run on the gain
 * reduction in dB once per step:
 *
 * <pre>
 * y1[n] = max(x[n], aR·y1[n−1] + (1 − aR)·x[n])
 * y[n]  = aA·y[n−1] + (1 − aA)·y1[n]
 * </pre>
 *
 * <p>The gain follows y by one step, and the attack's filter also smooths the release, so constants taken from the
 * times as they are would come out too slow. They are chosen such that after a sudden change 63 % of the way is made at
 * the times asked for.
 */
final class ReductionDetector {
    /** What is left of a change after one time constant. */
    private static final double REMAINDER = StrictMath.exp(-1);

    private final double attack;
    private final double release;
    private double held;
    private double smoothed;

    /**
     * @param stepSeconds time between two calls of {@link #next}
     * @param attackSeconds the time for 63 % of a rise, longer than a step
     * @param releaseSeconds the time for 63 % of a fall, longer than the attack
     */
    ReductionDetector(double stepSeconds, double attackSeconds, double releaseSeconds) {
        attack = StrictMath.exp(-stepSeconds / (attackSeconds - stepSeconds));
        release = releaseFor(attack, releaseSeconds / stepSeconds - 1);
    }

    /** The smoothed reduction after one more step of {@code reductionDb}. */
    double next(double reductionDb) {
        held = Math.max(reductionDb, release * held + (1 - release) * reductionDb);
        smoothed = attack * smoothed + (1 - attack) * held;
        return smoothed;
    }

    void settle() {
        if (held + smoothed < 1e-30) {
            held = 0;
            smoothed = 0;
        }
    }

    /** The release coefficient whose fall is at 1/e after {@code steps}, by bisection: the fall is slower for larger. */
    private static double releaseFor(double attack, double steps) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (fall(attack, middle, steps) < REMAINDER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** y[n] of the equations above from y[0] = y1[0] = 1 with x = 0. */
    private static double fall(double attack, double release, double steps) {
        double ofAttack = StrictMath.pow(attack, steps);
        double ofRelease = StrictMath.pow(release, steps);
        return ofAttack + (1 - attack) * release * (ofAttack - ofRelease) / (attack - release);
    }
}
