package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.network.Reference;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.network.NetworkModel;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** A network of predict-service on spectrograms. */
final class NetworkPredictor implements TrackPredictor {
    private final NetworkModel model;
    private final long weightBytes;

    NetworkPredictor(PartFile encoder, PartFile head) {
        model = new NetworkModel(encoder, head);
        weightBytes = encoder.weights().length + head.weights().length;
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
    public boolean readsReference() {
        return true;
    }

    @Override
    public long weightBytes() {
        return weightBytes;
    }

    @Override
    public List<Estimate> estimate(List<SpectrogramWindow> windows, List<SpectrogramWindow> reference) {
        Optional<Reference> wanted = reference.isEmpty() ? Optional.empty() : Optional.of(model.reference(reference));
        var estimates = new ArrayList<Estimate>();
        windows.forEach(window -> estimates.add(model.predict(window, wanted)));
        return estimates;
    }

    @Override
    public void close() {
        model.close();
    }
}
