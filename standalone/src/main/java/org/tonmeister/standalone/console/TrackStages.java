package org.tonmeister.standalone.console;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far a track is in all, from how far it is in each stage. The stages work side by side, and what they say may come
 * in any order; the sum never goes back.
 */
final class TrackStages {
    private final Map<Stage, Double> done = new EnumMap<>(Stage.class);
    private Stage latest = Stage.UPLOAD;

    /** Takes note; of an earlier stage than was heard of already, only the fraction. */
    void at(Stage stage, double fraction) {
        done.merge(stage, Math.max(0, Math.min(1, fraction)), Math::max);
        if (stage.compareTo(latest) > 0) {
            latest = stage;
        }
    }

    /** The furthest stage heard of. */
    Stage latest() {
        return latest;
    }

    /** Share of the whole work, 0–1. */
    double fraction() {
        double sum = 0;
        for (Stage stage : Stage.values()) {
            sum += stage.share() * done.getOrDefault(stage, 0.0);
        }
        return sum;
    }
}
