package org.tonmeister.neural.input;

import java.util.List;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.WindowStatistics;

/**
 * The numbers that every network reads beside its picture or embedding: level, loudness and dynamics, then the tonal
 * {@link Balance}, then the {@link Decay}. All are in dB or LU but the correlation, which is from −1 to 1, and the parts of
 * a whole in the decay.
 */
public final class Figures {
    private static final int SINGLE = 12;
    private static final int MOMENTARY = 3;
    private static final int LEVELS = 10;
    private static final int SLOPES = 6;

    /** Length of {@link #of}. */
    public static final int SIZE = SINGLE + MOMENTARY + LEVELS + SLOPES + Balance.SIZE + Decay.SIZE;

    private static final int BALANCE = SINGLE + MOMENTARY + LEVELS + SLOPES;
    /** Loudness, RMS, peak, mid and side. */
    private static final int[] ABSOLUTE = {0, 1, 2, 5, 6};

    private Figures() {}

    /**
     * The figures of a window.
     *
     * @return {@code [SIZE]}
     * @throws IllegalArgumentException if the record is not like feature-service's
     */
    public static float[] of(SpectrogramWindow window) {
        return of(window.getStatistics(), Balance.of(window), Decay.of(window));
    }

    /**
     * The figures of a window.
     *
     * @return {@code [SIZE]}
     * @throws IllegalArgumentException if a list has another length than feature-service's
     */
    public static float[] of(AstWindow window) {
        return of(window.getStatistics(), array(window.getBalance()), array(window.getDecay()));
    }

    private static float[] of(WindowStatistics statistics, float[] balanceDb, float[] decay) {
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
        put(statistics.getSlopePercentilesDb(), SLOPES, figures, at);
        if (balanceDb.length != Balance.SIZE || decay.length != Decay.SIZE) {
            throw new IllegalArgumentException("A window has " + Balance.SIZE + " figures of tonal balance and "
                    + Decay.SIZE + " of decay, not " + balanceDb.length + " and " + decay.length);
        }
        System.arraycopy(balanceDb, 0, figures, BALANCE, Balance.SIZE);
        System.arraycopy(decay, 0, figures, BALANCE + Balance.SIZE, Decay.SIZE);
        return figures;
    }

    /** Makes the sound of figures louder by some dB: levels rise, differences, dynamics and correlation stay. */
    public static void amplify(float[] figures, float db) {
        for (int level : ABSOLUTE) {
            figures[level] += db;
        }
        for (int band = 0; band < Balance.SIZE; band++) {
            figures[BALANCE + band] += db;
        }
    }

    private static float[] array(List<Float> list) {
        float[] array = new float[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
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
