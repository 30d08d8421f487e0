package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** A model of predict-service that reads spectrograms, one window at a time, without a reference. */
final class ModelPredictor implements TrackPredictor {
    private final Model<SpectrogramWindow> model;

    ModelPredictor(Model<SpectrogramWindow> model) {
        this.model = model;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public List<Estimate> estimate(List<SpectrogramWindow> windows, List<SpectrogramWindow> reference) {
        return windows.stream().map(model::predict).toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
