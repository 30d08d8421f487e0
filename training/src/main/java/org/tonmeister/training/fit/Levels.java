package org.tonmeister.training.fit;

import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

/**
 * Draws the level of an example anew. The input gain is the first step of the chain, so a track that is made louder by g dB
 * needs g dB less of it and is otherwise the same example: as many levels as there are epochs, from one rendering. A clean
 * master becomes as loud as what people upload, which is several dB above the work level.
 */
final class Levels {
    private static final double KEPT = 0.5;
    private static final double NEUTRAL = 0.5;
    private static final double UPLOADS_MEAN_DB = 6;
    private static final double UPLOADS_SPREAD_DB = 4;
    private static final double MOST_DB = 12;
    /** Of examples whose input gain is not known. */
    private static final double MOST_UNKNOWN_DB = 6;

    private final Random random;

    Levels(Random random) {
        this.random = random;
    }

    /** The pick of a bag, with another level in half of all cases. */
    Pick pick(Bag bag, int[] windows, int[] reference) {
        Example example = bag.example();
        if (random.nextDouble() < KEPT) {
            return new Pick(bag, windows, reference);
        }
        Parameters truth = example.parameters();
        if (!example.known().contains(Parameter.INPUT_GAIN)) {
            double levelDb = (2 * random.nextDouble() - 1) * MOST_UNKNOWN_DB;
            return new Pick(bag, windows, reference, levelDb, truth);
        }
        double old = truth.get(Parameter.INPUT_GAIN);
        double drawn = inputGain(example.protocol());
        double levelDb = Parameter.INPUT_GAIN.toUnits(old) - Parameter.INPUT_GAIN.toUnits(drawn);
        return new Pick(bag, windows, reference, levelDb, truth.with(Parameter.INPUT_GAIN, drawn));
    }

    private double inputGain(Protocol protocol) {
        boolean flawed = random.nextBoolean();
        double uniform = random.nextDouble();
        double normal = random.nextGaussian();
        return switch (protocol) {
            case CLEAN, SENDS -> {
                double loudDb = UPLOADS_MEAN_DB + UPLOADS_SPREAD_DB * normal;
                yield Parameter.INPUT_GAIN.fromUnits(-Math.max(-MOST_DB, Math.min(MOST_DB, loudDb)));
            }
            case A12 -> flawed ? uniform : NEUTRAL;
            case B12 -> uniform;
        };
    }
}
