package org.tonmeister.predict.analyser;

import java.util.Arrays;
import java.util.List;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.WindowStatistics;

/**
 * What of a window is compared with finished masters. None of it depends on the level.
 *
 * @param balanceDb level of each {@link BalanceBand}, mid and side together, relative to the mean of those from 100 Hz to
 *     4 kHz, [bands]; at least {@value #EMPTY_DB}: there is nothing
 * @param dynamicsDb how far the loudest 10 ms stand above the median ones: percentile 98 less 50
 * @param sideToMidDb level of the side signal relative to the mid signal
 */
public record MasterFeatures(List<Double> balanceDb, double dynamicsDb, double sideToMidDb) {
    static final double EMPTY_DB = -70;

    private static final double REFERENCE_FROM_HZ = 100;
    private static final double REFERENCE_TO_HZ = 4000;
    /** Mel bands read −100 dB where there is nothing. */
    private static final double EMPTY_POWER = 2e-10;
    /** Of the percentiles 2, 5, 10, 25, 50, 75, 90, 95, 98, 99.5. */
    private static final int PERCENTILE_50 = 4;

    private static final int PERCENTILE_98 = 8;
    private static final int PERCENTILES = 10;

    /** Copies. */
    public MasterFeatures {
        balanceDb = List.copyOf(balanceDb);
    }

    /**
     * Measures a window.
     *
     * @throws IllegalArgumentException if its spectrogram has another layout
     */
    public static MasterFeatures of(SpectrogramWindow window) {
        return of(MelPowers.of(window), window.getStatistics());
    }

    static MasterFeatures of(MelPowers powers, WindowStatistics statistics) {
        return new MasterFeatures(
                balanceDb(powers), dynamicsDb(statistics), statistics.getSideDbfs() - statistics.getMidDbfs());
    }

    private static List<Double> balanceDb(MelPowers powers) {
        double[] levels = BalanceBand.ALL.stream()
                .mapToDouble(band -> levelDb(powers, band))
                .toArray();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            double centre = BalanceBand.ALL.get(i).centreHz();
            if (centre >= REFERENCE_FROM_HZ && centre <= REFERENCE_TO_HZ && levels[i] > Double.NEGATIVE_INFINITY) {
                sum += levels[i];
                count++;
            }
        }
        double reference = count == 0 ? 0 : sum / count;
        return Arrays.stream(levels)
                .mapToObj(level -> Math.max(EMPTY_DB, level - reference))
                .toList();
    }

    /** Mean power of the mel bands, not their sum, so that white noise reads nearly the same in all. */
    private static double levelDb(MelPowers powers, BalanceBand band) {
        double sum = 0;
        boolean empty = true;
        for (int mel = band.firstMel(); mel <= band.lastMel(); mel++) {
            sum += powers.total(mel);
            empty &= powers.total(mel) <= EMPTY_POWER;
        }
        return empty ? Double.NEGATIVE_INFINITY : 10 * StrictMath.log10(sum / (band.lastMel() - band.firstMel() + 1));
    }

    private static double dynamicsDb(WindowStatistics statistics) {
        var percentiles = statistics.getLevelPercentilesDb();
        if (percentiles.size() != PERCENTILES) {
            throw new IllegalArgumentException(
                    "A window has " + percentiles.size() + " level percentiles instead of " + PERCENTILES);
        }
        return percentiles.get(PERCENTILE_98) - percentiles.get(PERCENTILE_50);
    }
}
