package org.tonmeister.audio.analysis;

/**
 * The loudness of all blocks of a programme in memory that does not grow with its length.
 *
 * <p>Bins are 0.01 LU wide, from the absolute gate of −70 LUFS to +30 LUFS. Each keeps its blocks' energy, so a mean
 * over whole bins is exact. Only a gate that falls inside a bin takes that bin's blocks as one: they lie within 0.01 LU
 * of the gate, ten times finer than the meters' tolerance of 0.1 LU, and the effect on the mean is far smaller still. A
 * percentile is off by half a bin at most. That costs 160 kB, where a list would grow by 7 MB a day.
 */
final class LoudnessHistogram {
    private static final int BINS_PER_LU = 100;
    private static final int BINS = 100 * BINS_PER_LU;

    private final long[] counts = new long[BINS];
    private final double[] energies = new double[BINS];

    /** Counts a block of this K-weighted mean square, unless it lies at or below the absolute gate. */
    void add(double meanSquare) {
        double lufs = Loudness.lufs(meanSquare);
        if (lufs > Loudness.SILENCE_LUFS) {
            int bin = Math.min(BINS - 1, (int) ((lufs - Loudness.SILENCE_LUFS) * BINS_PER_LU));
            counts[bin]++;
            energies[bin] += meanSquare;
        }
    }

    /** Mean square of the blocks above the gate that lies {@code gateLu} below the mean of all; 0 if there are none. */
    double gatedMean(double gateLu) {
        return mean(firstBin(gateLu));
    }

    /** LRA: the distance from the 10th to the 95th percentile of the blocks above the gate, in LU. */
    double range(double gateLu) {
        int first = firstBin(gateLu);
        long total = 0;
        for (int bin = first; bin < BINS; bin++) {
            total += counts[bin];
        }
        if (total == 0) {
            return 0;
        }
        int low = binAt(first, Math.round((total - 1) * 0.10));
        int high = binAt(first, Math.round((total - 1) * 0.95));
        return (high - low) / (double) BINS_PER_LU;
    }

    /** The first bin whose blocks lie, on average, above the relative gate. */
    private int firstBin(double gateLu) {
        double gate = mean(0) * StrictMath.pow(10, -gateLu / 10);
        int bin = 0;
        while (bin < BINS && energies[bin] <= gate * counts[bin]) {
            bin++;
        }
        return bin;
    }

    private double mean(int firstBin) {
        long count = 0;
        double energy = 0;
        for (int bin = firstBin; bin < BINS; bin++) {
            count += counts[bin];
            energy += energies[bin];
        }
        return count == 0 ? 0 : energy / count;
    }

    /** The bin of the block that has {@code rank} blocks below it, counted from {@code first} on. */
    private int binAt(int first, long rank) {
        int bin = first;
        long below = counts[bin];
        while (below <= rank) {
            bin++;
            below += counts[bin];
        }
        return bin;
    }
}
