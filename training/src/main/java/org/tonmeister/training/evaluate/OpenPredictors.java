package org.tonmeister.training.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/** One thread's predictors, each opened when it is first asked for. */
final class OpenPredictors implements AutoCloseable {
    private final Map<String, TrackPredictor> opened = new LinkedHashMap<>();

    TrackPredictor get(PredictorSource source) {
        return opened.computeIfAbsent(source.name(), name -> source.open().get());
    }

    @Override
    public void close() {
        opened.values().forEach(TrackPredictor::close);
    }
}
