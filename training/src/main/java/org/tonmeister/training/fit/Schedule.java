package org.tonmeister.training.fit;

/**
 * The learning rate: a linear rise over the first twentieth, then a cosine down to nothing.
 *
 * @param highest the rate after the rise
 * @param steps of the whole training
 */
record Schedule(float highest, int steps) {
    private static final int PART_OF_RISE = 20;

    /** The rate of a step. */
    float rate(int step) {
        int rise = Math.max(1, steps / PART_OF_RISE);
        if (step < rise) {
            return highest * (step + 1) / rise;
        }
        double done = Math.min(1, (step - rise) / (double) Math.max(1, steps - rise));
        return (float) (highest * (1 + StrictMath.cos(StrictMath.PI * done)) / 2);
    }
}
