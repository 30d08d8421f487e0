package org.tonmeister.training.sends;

import java.util.Random;

/** Numbers from a generator, in the ways in which rooms want them. */
final class Draw {
    private Draw() {}

    static double uniform(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Every octave of the range is as likely as another. */
    static double perOctave(Random random, double from, double to) {
        return from * StrictMath.exp(random.nextDouble() * StrictMath.log(to / from));
    }

    static double amplitude(double db) {
        return StrictMath.pow(10, db / 20);
    }
}
