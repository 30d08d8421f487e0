package org.tonmeister.training.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How a restored sound differs from the master, or the mean of that over tracks.
 *
 * @param mrStft MR-STFT distance: spectral convergence + log magnitude
 * @param mrStftDeepAfx the same as DeepAFx-ST's tables have it: magnitude + log magnitude
 * @param loudnessLu error of the integrated loudness
 * @param centroidHz error of the spectral centroid
 * @param bandDb error in third-octave bands
 * @param sideToMidDb error of side over mid
 * @param crestDb error of the crest factor
 * @param truePeakDbtp true peak of the delivered mix; not an error. Of several, the highest
 */
record SoundFigures(
        double mrStft,
        double mrStftDeepAfx,
        double loudnessLu,
        double centroidHz,
        double bandDb,
        double sideToMidDb,
        double crestDb,
        double truePeakDbtp) {
    private static final String TAB = "\t";

    /** @throws RuntimeException if the text is not that of {@link #text} */
    static SoundFigures parse(String text) {
        double[] values = Arrays.stream(text.split(TAB, -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new SoundFigures(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    String text() {
        return Arrays.stream(new double[] {
                    mrStft, mrStftDeepAfx, loudnessLu, centroidHz, bandDb, sideToMidDb, crestDb, truePeakDbtp
                })
                .mapToObj(Double::toString)
                .collect(Collectors.joining(TAB));
    }

    static SoundFigures mean(List<SoundFigures> all) {
        return new SoundFigures(
                mean(all, SoundFigures::mrStft),
                mean(all, SoundFigures::mrStftDeepAfx),
                mean(all, SoundFigures::loudnessLu),
                mean(all, SoundFigures::centroidHz),
                mean(all, SoundFigures::bandDb),
                mean(all, SoundFigures::sideToMidDb),
                mean(all, SoundFigures::crestDb),
                all.stream().mapToDouble(SoundFigures::truePeakDbtp).max().orElseThrow());
    }

    private static double mean(List<SoundFigures> all, ToDoubleFunction<SoundFigures> figure) {
        return all.stream().mapToDouble(figure).sum() / all.size();
    }
}
