package org.tonmeister.predict.analyser;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the bands, a third of an octave wide or a little more, in which the tonal balance is compared: some mel bands
 * together. On a scale of octaves each equaliser band gets its due; on the mel scale half of all bands would lie above
 * 3 kHz.
 *
 * @param firstMel first mel band
 * @param lastMel last mel band
 */
record BalanceBand(int firstMel, int lastMel) {
    /** Above lies what lossy coders cut away. */
    private static final double HIGHEST_HZ = 15_000;

    private static final double WIDTH = StrictMath.pow(2, 1.0 / 3);

    /** All of them, from low to high, without gaps. */
    static final List<BalanceBand> ALL = all();

    double fromHz() {
        return MelBands.lowerHz(firstMel);
    }

    double toHz() {
        return MelBands.upperHz(lastMel);
    }

    double centreHz() {
        return Math.sqrt(fromHz() * toHz());
    }

    private static List<BalanceBand> all() {
        var bands = new ArrayList<BalanceBand>();
        int first = 0;
        for (int mel = 0; mel < MelBands.COUNT && MelBands.upperHz(mel) <= HIGHEST_HZ; mel++) {
            if (MelBands.upperHz(mel) >= WIDTH * MelBands.lowerHz(first)) {
                bands.add(new BalanceBand(first, mel));
                first = mel + 1;
            }
        }
        return List.copyOf(bands);
    }
}
