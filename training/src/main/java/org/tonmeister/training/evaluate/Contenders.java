package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.analyser.MasterStatistics;

/** The predictors that are judged, in one place: a new one is a line here. The ensemble comes last. */
public final class Contenders {
    private Contenders() {}

    /** Those of this release. */
    public static List<PredictorSource> standard() {
        return List.of(PredictorSource.of(() -> new ModelPredictor(new Analyser(MasterStatistics.bundled()))));
    }
}
