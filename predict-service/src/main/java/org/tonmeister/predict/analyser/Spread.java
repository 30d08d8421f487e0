package org.tonmeister.predict.analyser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;

/**
 * Where a figure lies among finished masters.
 *
 * @param median half of them are below
 * @param spread half the distance between the percentiles 15.87 and 84.13: the standard deviation, were it a normal
 *     distribution; at least {@value #LEAST}
 */
public record Spread(double median, double spread) {
    /**
     * So many spreads on either side count as usual. Tried on tracks of the training split with and without flaws in tone,
     * width and dynamics: at 1 the corrections of music that was right weigh nearly as much as those of flaws, at 2 few
     * flaws are found.
     */
    static final double USUAL = 1.25;

    private static final double LEAST = 0.1;
    private static final double ONE_BELOW = 0.1587;
    private static final double ONE_ABOVE = 0.8413;

    /** Checks that both are numbers. */
    @JsonCreator
    public Spread(@JsonProperty("median") double median, @JsonProperty("spread") double spread) {
        if (!Double.isFinite(median) || !(spread >= LEAST && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a median and a spread of at least " + LEAST + " must be numbers, not "
                    + median + " and " + spread);
        }
        this.median = median;
        this.spread = spread;
    }

    /** One measured value and how much it counts. */
    record Weighted(double value, double weight) {}

    /** The spread of some values; at least one must count. */
    static Spread of(List<Weighted> values) {
        var sorted = values.stream()
                .sorted(Comparator.comparingDouble(Weighted::value))
                .toList();
        double width = percentile(sorted, ONE_ABOVE) - percentile(sorted, ONE_BELOW);
        return new Spread(percentile(sorted, 0.5), Math.max(LEAST, width / 2));
    }

    /** How far a value lies outside what is usual, median ± {@value #USUAL} spreads; 0 inside, and for no number. */
    double excess(double value) {
        double distance = value - median;
        if (distance > USUAL * spread) {
            return distance - USUAL * spread;
        }
        return distance < -USUAL * spread ? distance + USUAL * spread : 0;
    }

    private static double percentile(List<Weighted> sorted, double part) {
        double total = sorted.stream().mapToDouble(Weighted::weight).sum();
        double below = 0;
        for (Weighted value : sorted) {
            below += value.weight();
            if (below >= part * total) {
                return value.value();
            }
        }
        throw new IllegalArgumentException("there is nothing to measure");
    }
}
