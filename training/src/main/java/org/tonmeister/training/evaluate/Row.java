package org.tonmeister.training.evaluate;

import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Example;

/**
 * A row of the tables.
 *
 * @param name as it is printed
 * @param kind what it is
 * @param answer how it comes to its estimates
 */
record Row(String name, Kind kind, Answer answer) {
    /** What a row is. */
    enum Kind {
        /** Something to compare with: it does not listen, or knows the answer. */
        YARDSTICK,
        /** A model that reads the example alone. */
        BLIND,
        /** A model that reads clean windows of the same record too. */
        REFERENCE
    }

    /** How a row answers. */
    @FunctionalInterface
    interface Answer {
        /**
         * Its estimates for an example: one for each window, or a single one for all.
         *
         * @param said what the predictors said of the track, by their names
         */
        List<Estimate> of(Example example, Map<String, TrackEstimates> said);

        /** What it says of the track. */
        default Parameters track(Example example, Map<String, TrackEstimates> said) {
            return TrackMean.of(of(example, said));
        }
    }

    JudgedExample judge(Example example, Map<String, TrackEstimates> said) {
        return JudgedExample.of(example, answer.of(example, said), answer.track(example, said));
    }
}
