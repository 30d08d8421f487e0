package org.tonmeister.standalone.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a track is in all, from how far it is in each step. The steps may work side by side, and what they say may
 * come in any order; the sum never goes back.
 */
final class TrackStages {
    private final Map<Step, Double> done = new HashMap<>();
    private Step latest;

    /** Takes note; of an earlier step than was heard of already, only the fraction. */
    void at(Step step, double fraction) {
        done.merge(step, Math.max(0, Math.min(1, fraction)), Math::max);
        if (latest == null || step.ordinal() > latest.ordinal()) {
            latest = step;
        }
    }

    /** The furthest step heard of; empty if none was. */
    Optional<Step> latest() {
        return Optional.ofNullable(latest);
    }

    /** Share of the whole work, 0–1. */
    double fraction() {
        return done.entrySet().stream()
                .mapToDouble(each -> each.getKey().share() * each.getValue())
                .sum();
    }
}
