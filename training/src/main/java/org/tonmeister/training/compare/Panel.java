package org.tonmeister.training.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonmeister.neural.network.Reference;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.network.NetworkModel;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.evaluate.TrackMean;
import org.tonmeister.training.masters.TrackWindows;

/** The models that listen to a song, window by window, as the services let them. */
final class Panel {
    private final List<NetworkModel> networks;
    private final Analyser analyser = new Analyser(MasterStatistics.bundled());
    private final TrackWindows tracks = new TrackWindows();

    Panel(List<NetworkModel> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * What the models said.
     *
     * @param windows number of windows
     * @param opinions the analyser's first, then the networks'; those with the reference at the end
     */
    record Answers(int windows, List<Opinion> opinions) {}

    /**
     * Lets all models listen.
     *
     * @param reference another record that the mix should be like
     */
    Answers listen(Path song, Optional<Path> reference) throws IOException {
        var ears = new ArrayList<Ear>();
        ears.add(new Ear(analyser.name(), analyser.version(), false, analyser::predict));
        networks.forEach(network -> ears.add(ear(network, Optional.empty())));
        if (reference.isPresent() && !networks.isEmpty()) {
            var windows = new ArrayList<SpectrogramWindow>();
            tracks.read(reference.get(), 0, windows::add);
            networks.forEach(network -> ears.add(ear(network, Optional.of(network.reference(windows)))));
        }
        tracks.read(song, 0, window -> ears.forEach(ear -> ear.hear(window)));
        return new Answers(
                ears.get(0).estimates.size(), ears.stream().map(Ear::opinion).toList());
    }

    private static Ear ear(NetworkModel network, Optional<Reference> reference) {
        return new Ear(
                network.name(), network.version(), reference.isPresent(), window -> network.predict(window, reference));
    }

    private record Ear(
            String model,
            String version,
            boolean withReference,
            Function<SpectrogramWindow, Estimate> predict,
            List<Estimate> estimates) {
        Ear(String model, String version, boolean withReference, Function<SpectrogramWindow, Estimate> predict) {
            this(model, version, withReference, predict, new ArrayList<>());
        }

        void hear(SpectrogramWindow window) {
            estimates.add(predict.apply(window));
        }

        Opinion opinion() {
            return new Opinion(model, version, withReference, TrackMean.of(estimates));
        }
    }
}
