package org.tonmeister.training.evaluate;

import java.util.List;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;

/**
 * Standard errors of skills by the bootstrap over tracks: B. Efron and R. J. Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 6. Tracks are drawn with replacement, the same ones for the row and for the constant. Tracks
 * of one record are taken as independent, which they are not quite.
 */
final class Bootstrap {
    static final long SEED = 1;
    static final int REPLICATES = 1000;

    private Bootstrap() {}

    /** The standard error of {@link Errors#skill}. */
    static double standardError(Errors errors, Errors constant, List<Parameter> parameters) {
        var random = new Random(SEED);
        double sum = 0;
        double squares = 0;
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            int[] tracks = random.ints(errors.tracks(), 0, errors.tracks()).toArray();
            double skill = errors.skill(parameters, constant, tracks);
            sum += skill;
            squares += skill * skill;
        }
        double mean = sum / REPLICATES;
        return Math.sqrt(Math.max(0, squares / REPLICATES - mean * mean) * REPLICATES / (REPLICATES - 1));
    }
}
