package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.Protocol;

/**
 * What one predictor says of all examples of a track.
 *
 * @param estimates one for each window that was judged, in time order
 */
record TrackEstimates(Map<Key, List<Estimate>> estimates) {
    /**
     * One example and how it was judged.
     *
     * @param example its id
     */
    record Key(String example, Use use) {}

    /** Asks the predictor. A reference is there if the track has a clean example of two windows or more. */
    static TrackEstimates of(TrackPredictor predictor, List<ExampleWindows> track) {
        var estimates = new LinkedHashMap<Key, List<Estimate>>();
        Halves halves = track.stream()
                .filter(example -> example.example().protocol() == Protocol.CLEAN)
                .findFirst()
                .map(clean -> Halves.of(clean.windows()))
                .orElse(Halves.of(List.of()));
        for (ExampleWindows example : track) {
            String id = example.example().id();
            estimates.put(new Key(id, Use.BLIND), asked(predictor, example.windows(), List.of()));
            List<SpectrogramWindow> first = halves.firstHalf(example.windows());
            if (predictor.readsReference() && !halves.reference().isEmpty() && !first.isEmpty()) {
                estimates.put(new Key(id, Use.REFERENCE), asked(predictor, first, halves.reference()));
            }
        }
        return new TrackEstimates(estimates);
    }

    /** Those of one example; without a reference if there was none. */
    List<Estimate> of(String example, Use use) {
        List<Estimate> asAsked = estimates.get(new Key(example, use));
        return asAsked == null ? estimates.get(new Key(example, Use.BLIND)) : asAsked;
    }

    private static List<Estimate> asked(
            TrackPredictor predictor, List<SpectrogramWindow> windows, List<SpectrogramWindow> reference) {
        List<Estimate> estimates = new ArrayList<>(predictor.estimate(windows, reference));
        if (estimates.size() != windows.size()) {
            throw new IllegalStateException("predictor '" + predictor.name() + "' gave " + estimates.size()
                    + " estimates for " + windows.size() + " windows");
        }
        return estimates;
    }
}
