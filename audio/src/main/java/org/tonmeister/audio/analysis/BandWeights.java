package org.tonmeister.audio.analysis;

import java.util.Arrays;

/** A matrix from spectrum bins to bands of which only the non-zero stretch of each row is kept. */
final class BandWeights {
    /** The weight of a bin in a band; only positive ones count. */
    interface Weight {
        double of(int band, int bin);
    }

    private final int[] firstBins;
    private final float[][] rows;

    BandWeights(int bands, int bins, Weight weight) {
        firstBins = new int[bands];
        rows = new float[bands][];
        for (int band = 0; band < bands; band++) {
            int first = bins;
            int end = 0;
            float[] row = new float[bins];
            for (int bin = 0; bin < bins; bin++) {
                row[bin] = (float) Math.max(0, weight.of(band, bin));
                if (row[bin] > 0) {
                    first = Math.min(first, bin);
                    end = bin + 1;
                }
            }
            firstBins[band] = Math.min(first, end);
            rows[band] = Arrays.copyOfRange(row, firstBins[band], end);
        }
    }

    int bands() {
        return rows.length;
    }

    /** bands[b] = Σ weight(b, bin) · power[bin]. */
    void apply(float[] power, float[] bands) {
        for (int band = 0; band < rows.length; band++) {
            float[] row = rows[band];
            int first = firstBins[band];
            float sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * power[first + i];
            }
            bands[band] = sum;
        }
    }
}
