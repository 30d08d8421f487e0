package org.tonmeister.training.sends;

import java.util.Random;
import java.util.stream.IntStream;
import org.tonmeister.audio.filter.StereoKWeighting;

/** Which windows of a dry track have something to hear: pauses would have the same answer to every question. */
final class SoundingWindows {
    /** A window this much quieter than the loudest one is a pause. */
    private static final double PAUSE_DB = 20;

    private static final int STEPS_PER_SECOND = 10;
    private static final int STEP_FRAMES = DryMusic.SAMPLE_RATE / STEPS_PER_SECOND;
    private static final int WINDOW_STEPS = DryMusic.WINDOW_FRAMES / STEP_FRAMES;

    /** K-weighted energy up to each tenth of a second. */
    private final double[] energies;

    private final double pause;

    SoundingWindows(DryMusic music) {
        int steps = music.frames() / STEP_FRAMES;
        energies = new double[steps + 1];
        var weighting = new StereoKWeighting(DryMusic.SAMPLE_RATE);
        for (int step = 0; step < steps; step++) {
            weighting.clearEnergies();
            weighting.add(music.samples()[0], music.samples()[1], step * STEP_FRAMES, STEP_FRAMES);
            energies[step + 1] = energies[step] + weighting.leftEnergy() + weighting.rightEnergy();
        }
        double loudest = IntStream.rangeClosed(0, steps - WINDOW_STEPS)
                .mapToDouble(this::energy)
                .max()
                .orElse(0);
        pause = loudest / StrictMath.pow(10, PAUSE_DB / 10);
    }

    /** Where the first window begins, in frames: anywhere before the second, in tenths of a second. */
    int drawOffset(Random random) {
        int most = Math.min(WINDOW_STEPS, energies.length - WINDOW_STEPS);
        return random.nextInt(most) * STEP_FRAMES;
    }

    /** The indices of whole windows that are no pauses, in the order of time, if window 0 begins at an offset. */
    int[] from(int offset) {
        int first = offset / STEP_FRAMES;
        int windows = (energies.length - 1 - first) / WINDOW_STEPS;
        return IntStream.range(0, windows)
                .filter(window -> energy(first + window * WINDOW_STEPS) >= pause)
                .toArray();
    }

    private double energy(int step) {
        return energies[step + WINDOW_STEPS] - energies[step];
    }
}
