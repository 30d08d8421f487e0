package org.tonmeister.training.compare;

import java.util.List;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.training.compare.result.Comparison.Band;
import org.tonmeister.training.compare.result.Figures;

/**
 * The third-octaves of the spectra.
 *
 * @param bands in rising order
 */
record Bands(List<FrequencyBand> bands) {
    private static final double LOWEST_DB = -120;

    /** Those below the lowest of the Nyquist frequencies. */
    static Bands of(List<TrackAnalysis> tracks) {
        double nyquistHz = tracks.stream()
                .mapToDouble(track -> track.spectrum().nyquistHz())
                .min()
                .orElseThrow();
        return new Bands(FrequencyBand.thirdOctaves(nyquistHz));
    }

    /** Names and centres. */
    List<Band> centres() {
        return bands.stream()
                .map(band -> new Band(band.name(), Figures.rounded(StrictMath.sqrt(band.lowHz() * band.highHz()), 2)))
                .toList();
    }

    /** The levels of a track brought to the common loudness, dBFS. */
    List<Double> levelsDb(TrackAnalysis track) {
        double gainDb = Sound.gainDb(track);
        return bands.stream()
                .map(band -> track.spectrum().meanSquare(band))
                .map(power -> power > 0 ? 10 * StrictMath.log10(power) + gainDb : LOWEST_DB)
                .map(level -> Figures.rounded(Math.max(LOWEST_DB, level), 2))
                .toList();
    }
}
