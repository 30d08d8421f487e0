package org.tonmeister.standalone.sound;

import org.tonmeister.audio.analysis.Stft;

/**
 * Short spectra of a track's mid signal over time, on a logarithmic frequency axis. When a track has filled {@value
 * #MOST_COLUMNS} columns, they are joined in pairs, so the memory does not grow with its length.
 */
public final class Spectrogram {
    static final int MOST_COLUMNS = 2048;

    /** The lower edge of the lowest row. */
    public static final double LOWEST_HZ = 20;
    /** The upper edge of the highest row, at rates that reach so far. */
    private static final double HIGHEST_HZ = 20_000;

    private static final int ROWS = 256;
    private static final int WINDOWS_PER_SECOND = 10;
    private static final double FLOOR_DB = -150;

    private final double sampleRate;
    private final double highestHz;
    private final int hopFrames;
    private final Stft stft;
    private final float[] mid;
    private final float[] power;
    private final float[][] columns = new float[MOST_COLUMNS][];
    private final double fullScale;
    private int filled;
    private int size;
    private int joined;
    private int perColumn = 1;

    Spectrogram(double sampleRate) {
        this.sampleRate = sampleRate;
        int window = Integer.highestOneBit((int) Math.ceil(sampleRate / WINDOWS_PER_SECOND) - 1) << 1;
        hopFrames = window / 2;
        stft = new Stft(window, hopFrames);
        mid = new float[window];
        power = new float[stft.bins()];
        highestHz = Math.min(HIGHEST_HZ, sampleRate / 2);
        // A full-scale sine on a bin: window length · mean of the window (½) · half an amplitude.
        fullScale = (window / 4.0) * (window / 4.0);
    }

    void add(float[][] block, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, mid.length - filled);
            for (int i = 0; i < part; i++) {
                mid[filled + i] = 0.5f * (block[0][done + i] + block[1][done + i]);
            }
            filled += part;
            done += part;
            if (filled == mid.length) {
                measure();
                System.arraycopy(mid, hopFrames, mid, 0, hopFrames);
                filled = hopFrames;
            }
        }
    }

    /** Takes what does not fill a window. Nothing may be added afterwards. */
    void finish() {
        if (size == 0 && filled > 0) {
            measure();
        }
    }

    /** Columns so far. */
    public int columns() {
        return size;
    }

    /** Frequencies, from low to high. */
    public int rows() {
        return ROWS;
    }

    /** The middle of column 0 in seconds. */
    public double startSeconds() {
        return hopFrames / sampleRate + (perColumn - 1) * hopFrames / sampleRate / 2;
    }

    /** Time from one column to the next. */
    public double stepSeconds() {
        return perColumn * hopFrames / sampleRate;
    }

    /** The upper edge of the highest row. */
    public double highestHz() {
        return highestHz;
    }

    /** The strongest spectral line of a column and row in dB re a full-scale sine. */
    public double levelDb(int column, int row) {
        double level = columns[column][row] / fullScale;
        return level <= 0 ? FLOOR_DB : Math.max(FLOOR_DB, 10 * Math.log10(level));
    }

    private void measure() {
        stft.power(mid, filled, 0, power);
        if (joined == 0) {
            if (size == MOST_COLUMNS) {
                joinPairs();
            }
            columns[size] = new float[ROWS];
            size++;
        }
        float[] column = columns[size - 1];
        for (int row = 0; row < ROWS; row++) {
            column[row] += (strongest(row) - column[row]) / (joined + 1);
        }
        joined = (joined + 1) % perColumn;
    }

    /** Rows narrower than a bin lie on straight lines between bins. */
    private float strongest(int row) {
        double binHz = sampleRate / mid.length;
        double low = edgeHz(row) / binHz;
        double high = edgeHz(row + 1) / binHz;
        float strongest = Math.max(at(low), at(high));
        for (int bin = (int) Math.ceil(low); bin <= high && bin < power.length; bin++) {
            strongest = Math.max(strongest, power[bin]);
        }
        return strongest;
    }

    private float at(double position) {
        int bin = Math.min((int) position, power.length - 2);
        float part = (float) Math.min(1, position - bin);
        return power[bin] + part * (power[bin + 1] - power[bin]);
    }

    private double edgeHz(int row) {
        return LOWEST_HZ * Math.pow(highestHz / LOWEST_HZ, (double) row / ROWS);
    }

    private void joinPairs() {
        size = MOST_COLUMNS / 2;
        for (int i = 0; i < size; i++) {
            float[] first = columns[2 * i];
            float[] second = columns[2 * i + 1];
            for (int row = 0; row < ROWS; row++) {
                first[row] = (first[row] + second[row]) / 2;
            }
            columns[i] = first;
        }
        perColumn *= 2;
    }
}
