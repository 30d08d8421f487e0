package org.tonmeister.neural.input;

import java.util.List;
import org.tonmeister.schemas.record.WindowStatistics;

/**
 * The numbers that every network reads beside its picture or embedding: level, loudness and dynamics, then the tonal
 * {@link Balance}. All are in dB or LU but the correlation, which is from −1 to 1.
 */
public final class Figures {
    private static final int SINGLE = 12;
    private static final int MOMENTARY = 3;
    private static final int LEVELS = 10;
    private static final int SLOPES = 6;

    /** Length of {@link #of}. */
    public static final int SIZE = SINGLE + MOMENTARY + LEVELS + SLOPES + Balance.SIZE;

    private Figures() {}

    /**
     * The figures of a window.
     *
     * @param balanceDb {@code [Balance.SIZE]}
     * @return {@code [SIZE]}
     * @throws IllegalArgumentException if a list has another length than feature-service's
     */
    public static float[] of(WindowStatistics statistics, float[] balanceDb) {
        float[] figures = new float[SIZE];
        double peak = statistics.getPeakDbfs();
        double[] single = {
            statistics.getLoudnessLufs(),
            statistics.getRmsDbfs(),
            peak,
            peak - statistics.getRmsDbfs(),
            peak - statistics.getLoudnessLufs(),
            statistics.getMidDbfs(),
            statistics.getSideDbfs(),
            statistics.getSideDbfs() - statistics.getMidDbfs(),
            statistics.getCorrelation(),
            statistics.getLevelDeviationDb(),
            statistics.getCrestMeanDb(),
            statistics.getCrestDeviationDb()
        };
        int at = 0;
        for (double value : single) {
            figures[at++] = (float) value;
        }
        at = put(statistics.getMomentaryPercentilesLu(), MOMENTARY, figures, at);
        at = put(statistics.getLevelPercentilesDb(), LEVELS, figures, at);
        at = put(statistics.getSlopePercentilesDb(), SLOPES, figures, at);
        if (balanceDb.length != Balance.SIZE) {
            throw new IllegalArgumentException(
                    "A tonal balance has " + Balance.SIZE + " bands, not " + balanceDb.length);
        }
        System.arraycopy(balanceDb, 0, figures, at, Balance.SIZE);
        return figures;
    }

    private static int put(List<Float> values, int size, float[] figures, int at) {
        if (values.size() != size) {
            throw new IllegalArgumentException("A window's list of " + size + " figures has " + values.size());
        }
        for (int i = 0; i < size; i++) {
            figures[at + i] = values.get(i);
        }
        return at + size;
    }
}
