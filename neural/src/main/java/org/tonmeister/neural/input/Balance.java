package org.tonmeister.neural.input;

import org.tonmeister.schemas.record.SpectrogramWindow;

/** The tonal balance of a window: the mean power of mid and side in {@value #BANDS} groups of four mel bands, in dB. */
public final class Balance {
    /** Bands a channel. */
    public static final int BANDS = 32;
    /** Length of a balance: mid, then side. */
    public static final int SIZE = LogMel.CHANNELS * BANDS;

    private static final int HIGHEST_CENTIBEL = 3000;
    private static final int LOWEST_CENTIBEL = -9000;
    /** Power by hundredths of a dB: a power function for every point of a spectrogram would cost more than all else. */
    private static final double[] POWERS = powers();

    private Balance() {}

    /**
     * The balance of a window.
     *
     * @return dB, {@code [SIZE]}
     * @throws IllegalArgumentException if the record's layout is not the one that feature-service writes
     */
    public static float[] of(SpectrogramWindow window) {
        var mel = LogMel.of(window);
        float[] balance = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            balance[i] = levelDb(mel, i / BANDS, i % BANDS);
        }
        return balance;
    }

    private static float levelDb(LogMel mel, int channel, int band) {
        int bins = LogMel.BINS / BANDS;
        double sum = 0;
        for (int bin = band * bins; bin < (band + 1) * bins; bin++) {
            for (int frame = 0; frame < mel.frames(); frame++) {
                int level = mel.centibels(channel, bin, frame);
                sum += POWERS[Math.max(LOWEST_CENTIBEL, Math.min(HIGHEST_CENTIBEL, level)) - LOWEST_CENTIBEL];
            }
        }
        return (float) (10 * StrictMath.log10(sum / (bins * mel.frames())));
    }

    private static double[] powers() {
        double[] powers = new double[HIGHEST_CENTIBEL - LOWEST_CENTIBEL + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = StrictMath.pow(10, (i + LOWEST_CENTIBEL) / 1000.0);
        }
        return powers;
    }
}
