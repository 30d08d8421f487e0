package org.tonmeister.audio.analysis;

import org.tonmeister.audio.filter.StereoKWeighting;

/**
 * A streaming stereo loudness meter after ITU-R BS.1770-4, EBU R 128 and EBU Tech 3341 and 3342: momentary loudness
 * over 400 ms and short-term loudness over 3 s, renewed every 10 ms; integrated loudness of 400 ms blocks with gates at
 * −70 LUFS and −10 LU; loudness range of 3 s blocks with gates at −70 LUFS and −20 LU; a block every 100 ms.
 *
 * <p>Blocks every 100 ms would be enough for all but the loudest 400 ms: these are found wherever a short sound begins
 * only if they are looked for more often (Tech 3341, case 13).
 *
 * <p>A programme shorter than a window is taken as one window of its own length, so that a short sound has a loudness
 * too. The result does not depend on how the audio is cut into blocks.
 */
public final class LoudnessMeter {
    private static final int STEPS_PER_SECOND = 100;
    private static final int MOMENTARY_STEPS = 40;
    private static final int SHORT_TERM_STEPS = 300;
    private static final int STEPS_PER_BLOCK = 10;
    private static final double INTEGRATED_GATE_LU = 10;
    private static final double RANGE_GATE_LU = 20;

    private final double sampleRate;
    private final StereoKWeighting weighting;
    private final LoudnessHistogram momentary = new LoudnessHistogram();
    private final LoudnessHistogram shortTerm = new LoudnessHistogram();

    /** K-weighted energy and length of the last 3 s, a step of 10 ms each. */
    private final double[] energies = new double[SHORT_TERM_STEPS];

    private final int[] lengths = new int[SHORT_TERM_STEPS];
    private long steps;

    private long frames;
    private long nextStep;
    private int stepFrames;
    private double wholeEnergy;
    private double loudestMomentary;
    private double loudestShortTerm;

    /** @param sampleRate frames per second, at least 8000 */
    public LoudnessMeter(double sampleRate) {
        this.sampleRate = sampleRate;
        weighting = new StereoKWeighting(sampleRate);
        nextStep = endOfStep(0);
    }

    /** Measures the first {@code count} frames of {@code block}, {@code [2][frames]}. */
    public void add(float[][] block, int count) {
        int done = 0;
        while (done < count) {
            int part = (int) Math.min(count - done, nextStep - frames);
            weighting.add(block[0], block[1], done, part);
            stepFrames += part;
            frames += part;
            done += part;
            if (frames == nextStep) {
                finishStep();
            }
        }
    }

    /** The loudness of the last 400 ms, at the last step of 10 ms. */
    public double momentaryLufs() {
        return Loudness.lufs(mean(MOMENTARY_STEPS));
    }

    /** The loudness of the last 3 s, at the last step of 10 ms. */
    public double shortTermLufs() {
        return Loudness.lufs(mean(SHORT_TERM_STEPS));
    }

    /** The loudness of everything so far. May be asked at any time. */
    public Loudness result() {
        double whole = frames == 0 ? 0 : (wholeEnergy + stepEnergy()) / frames;
        return new Loudness(
                Loudness.lufs(steps < MOMENTARY_STEPS ? whole : momentary.gatedMean(INTEGRATED_GATE_LU)),
                shortTerm.range(RANGE_GATE_LU),
                Loudness.lufs(steps < MOMENTARY_STEPS ? whole : loudestMomentary),
                Loudness.lufs(steps < SHORT_TERM_STEPS ? whole : loudestShortTerm));
    }

    private void finishStep() {
        int slot = (int) (steps % SHORT_TERM_STEPS);
        energies[slot] = stepEnergy();
        lengths[slot] = stepFrames;
        wholeEnergy += stepEnergy();
        weighting.clearEnergies();
        stepFrames = 0;
        steps++;
        nextStep = endOfStep(steps);
        if (steps >= MOMENTARY_STEPS) {
            double mean = mean(MOMENTARY_STEPS);
            loudestMomentary = Math.max(loudestMomentary, mean);
            if (steps % STEPS_PER_BLOCK == 0) {
                momentary.add(mean);
            }
        }
        if (steps >= SHORT_TERM_STEPS && steps % STEPS_PER_BLOCK == 0) {
            double mean = mean(SHORT_TERM_STEPS);
            shortTerm.add(mean);
            loudestShortTerm = Math.max(loudestShortTerm, mean);
        }
    }

    private double stepEnergy() {
        return weighting.leftEnergy() + weighting.rightEnergy();
    }

    /** Mean square over the last {@code count} steps, or over those there are. */
    private double mean(int count) {
        double energy = 0;
        long length = 0;
        for (long step = Math.max(0, steps - count); step < steps; step++) {
            int slot = (int) (step % SHORT_TERM_STEPS);
            energy += energies[slot];
            length += lengths[slot];
        }
        return length == 0 ? 0 : energy / length;
    }

    /** Steps end at the frame nearest to each hundredth of a second, at rates too that no hundredth divides. */
    private long endOfStep(long step) {
        return Math.round((step + 1) * sampleRate / STEPS_PER_SECOND);
    }
}
