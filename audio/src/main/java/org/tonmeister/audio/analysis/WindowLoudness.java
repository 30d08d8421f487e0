package org.tonmeister.audio.analysis;

import org.tonmeister.audio.filter.KWeighting;

/** The K-weighted loudness of a window by itself, ungated, and of its 400 ms blocks. */
final class WindowLoudness {
    private static final int STEPS_PER_SECOND = 10;
    private static final int BLOCK_STEPS = 4;

    private final double meanSquare;
    private final double[] blocks;

    WindowLoudness(float[][] stereo, int frames, double sampleRate) {
        var left = new KWeighting(sampleRate);
        var right = new KWeighting(sampleRate);
        int steps = (int) ((double) STEPS_PER_SECOND * frames / sampleRate);
        double[] sums = new double[steps + 1];
        int[] ends = new int[steps + 1];
        for (int step = 0; step < steps; step++) {
            int start = ends[step];
            int end = (int) Math.min(frames, Math.round((step + 1) * sampleRate / STEPS_PER_SECOND));
            ends[step + 1] = end;
            sums[step + 1] = sums[step] + energy(left, right, stereo, start, end);
        }
        double all = sums[steps] + energy(left, right, stereo, ends[steps], frames);
        meanSquare = all / Math.max(1, frames);
        blocks = new double[Math.max(0, steps - BLOCK_STEPS + 1)];
        for (int block = 0; block < blocks.length; block++) {
            int end = block + BLOCK_STEPS;
            blocks[block] = Loudness.lufs((sums[end] - sums[block]) / (ends[end] - ends[block]));
        }
    }

    private static double energy(KWeighting left, KWeighting right, float[][] stereo, int start, int end) {
        return left.energy(stereo[0], start, end - start) + right.energy(stereo[1], start, end - start);
    }

    /** At least {@link Loudness#SILENCE_LUFS}. */
    double lufs() {
        return Loudness.lufs(meanSquare);
    }

    /** Loudness of each 400 ms, one every 100 ms; empty for a window shorter than that. */
    double[] blocksLufs() {
        return blocks.clone();
    }
}
