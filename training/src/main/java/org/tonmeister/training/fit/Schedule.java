package org.tonmeister.training.fit;

import ai.djl.training.tracker.Tracker;

/** The learning rate: a linear rise over the first twentieth, then a cosine down to nothing. */
record Schedule(float highest, int steps) implements Tracker {
    private static final int PART_OF_RISE = 20;

    @Override
    public float getNewValue(int step) {
        int rise = Math.max(1, steps / PART_OF_RISE);
        if (step < rise) {
            return highest * (step + 1) / rise;
        }
        double done = Math.min(1, (step - rise) / (double) Math.max(1, steps - rise));
        return (float) (highest * (1 + StrictMath.cos(StrictMath.PI * done)) / 2);
    }
}
