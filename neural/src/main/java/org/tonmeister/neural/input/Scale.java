package org.tonmeister.neural.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Brings numbers to mean 0 and deviation 1, as the training data have them, and limits them to ±{@value #LIMIT}, so that
 * what was never seen stays within what was.
 *
 * @param means one for each group of neighbouring numbers
 * @param deviations likewise, above 0
 */
public record Scale(List<Float> means, List<Float> deviations) {
    static final float LIMIT = 6;

    /** Checks and copies. */
    @JsonCreator
    public Scale(@JsonProperty("means") List<Float> means, @JsonProperty("deviations") List<Float> deviations) {
        if (means == null || deviations == null || means.isEmpty() || means.size() != deviations.size()) {
            throw new IllegalArgumentException("a scale needs as many deviations as means, and at least one");
        }
        this.means = List.copyOf(means);
        this.deviations = List.copyOf(deviations);
        for (int i = 0; i < means.size(); i++) {
            if (!(Float.isFinite(means.get(i)) && deviations.get(i) > 0 && Float.isFinite(deviations.get(i)))) {
                throw new IllegalArgumentException("a scale's mean " + means.get(i) + " and deviation "
                        + deviations.get(i) + " must be numbers, the deviation above 0");
            }
        }
    }

    /**
     * Scales numbers in place.
     *
     * @param values as many numbers for each mean, group after group
     */
    public void apply(float[] values) {
        if (values.length % means.size() != 0) {
            throw new IllegalArgumentException(values.length + " numbers do not make " + means.size() + " groups");
        }
        int group = values.length / means.size();
        for (int g = 0; g < means.size(); g++) {
            float mean = means.get(g);
            float factor = 1 / deviations.get(g);
            for (int i = g * group; i < (g + 1) * group; i++) {
                values[i] = Math.max(-LIMIT, Math.min(LIMIT, (values[i] - mean) * factor));
            }
        }
    }
}
