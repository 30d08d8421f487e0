package org.tonmeister.predict.model;

import org.tonmeister.schemas.record.WindowStatistics;

/**
 * How much a window counts in the mean over a track: its amplitude relative to the work level. A quiet intro then hardly
 * moves a mix, and silence does not at all.
 */
public final class WindowWeight {
    /** The loudness that tracks are brought to before the chain. */
    public static final double WORK_LEVEL_LUFS = -20;

    private static final double SILENCE_LUFS = -70;
    /** Of −8 LUFS, as loud as finished music gets. */
    private static final double MAX_WEIGHT = 4;

    private WindowWeight() {}

    /** The weight for figures of a window: 0 up to −70 LUFS, 1 at the work level, at most {@value #MAX_WEIGHT}. */
    public static double of(WindowStatistics statistics) {
        double lufs = statistics.getLoudnessLufs();
        // The comparison is false for NaN too.
        return lufs > SILENCE_LUFS ? Math.min(MAX_WEIGHT, StrictMath.pow(10, (lufs - WORK_LEVEL_LUFS) / 20)) : 0;
    }
}
