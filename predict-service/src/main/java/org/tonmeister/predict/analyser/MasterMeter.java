package org.tonmeister.predict.analyser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.predict.model.Mono;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Measures finished masters, a track at a time. Keeps some 30 numbers of each window. Each track counts the same, and
 * in a track each window as it does in a mix. Not for use by several threads.
 */
public final class MasterMeter {
    private record Measured(MasterFeatures features, double weight) {}

    private final List<Measured> windows = new ArrayList<>();
    private int tracks;

    /**
     * Measures a track; silence does not count.
     *
     * @throws IllegalArgumentException if a spectrogram has a layout that the analyser does not read
     */
    public void add(List<SpectrogramWindow> track) {
        double sum = track.stream()
                .mapToDouble(window -> WindowWeight.of(window.getStatistics()))
                .sum();
        for (SpectrogramWindow window : track) {
            double weight = WindowWeight.of(window.getStatistics());
            if (weight > 0) {
                windows.add(new Measured(MasterFeatures.of(window), weight / sum));
            }
        }
        tracks += sum > 0 ? 1 : 0;
    }

    /**
     * What was measured.
     *
     * @throws IllegalArgumentException if nothing was
     */
    public MasterStatistics statistics(String version) {
        var balance = new ArrayList<Spread>();
        for (int band = 0; band < BalanceBand.ALL.size(); band++) {
            int index = band;
            balance.add(spread(features -> features.balanceDb().get(index), value -> value > MasterFeatures.EMPTY_DB));
        }
        var fit = new EqFit(balance);
        var gains = new LinkedHashMap<String, Spread>();
        for (EqBand band : EqBand.values()) {
            gains.put(
                    band.parameter().jsonName(),
                    spread(features -> fit.gainsDb(features.balanceDb()).get(band), value -> true));
        }
        return new MasterStatistics(
                version,
                tracks,
                windows.size(),
                BalanceBand.ALL.stream().map(BalanceBand::centreHz).toList(),
                balance,
                gains,
                spread(MasterFeatures::dynamicsDb, value -> true),
                spread(MasterFeatures::sideToMidDb, value -> value > Mono.SIDE_TO_MID_DB));
    }

    private Spread spread(ToDoubleFunction<MasterFeatures> figure, DoublePredicate counts) {
        return Spread.of(windows.stream()
                .map(window -> new Spread.Weighted(figure.applyAsDouble(window.features()), window.weight()))
                .filter(value -> counts.test(value.value()))
                .toList());
    }
}
