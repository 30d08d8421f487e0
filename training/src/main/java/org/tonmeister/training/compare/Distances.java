package org.tonmeister.training.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonmeister.audio.analysis.MultiResolutionStft;
import org.tonmeister.training.compare.result.Figures;

/** How far versions are apart, whatever their loudness: MR-STFT over the excerpts. */
final class Distances {
    private static final int DIGITS = 4;

    private final MultiResolutionStft stft = new MultiResolutionStft();

    /**
     * The distance of each pair, [sounds][sounds], symmetric: of two sounds the earlier one is the reference. Null where
     * one is silent or too short.
     */
    List<List<Double>> between(List<Sound> sounds) {
        var rows = new ArrayList<List<Double>>();
        for (int i = 0; i < sounds.size(); i++) {
            rows.add(new ArrayList<>(Collections.nCopies(sounds.size(), null)));
            for (int j = 0; j <= i; j++) {
                Double distance = distance(sounds.get(i), sounds.get(j));
                rows.get(i).set(j, distance);
                rows.get(j).set(i, distance);
            }
        }
        return rows;
    }

    private Double distance(Sound sound, Sound reference) {
        if (sound.isSilent()
                || reference.isSilent()
                || reference.excerpts().get(0)[0].length < MultiResolutionStft.LEAST_FRAMES) {
            return null;
        }
        if (sound.equals(reference)) {
            return 0.0;
        }
        double sum = 0;
        for (int i = 0; i < reference.excerpts().size(); i++) {
            sum += stft.distance(sound.excerpts().get(i), reference.excerpts().get(i))
                    .total();
        }
        return Figures.rounded(sum / reference.excerpts().size(), DIGITS);
    }
}
