package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * y = intercept + slope · x.
 *
 * @param intercept value at 0
 * @param slope rise for each unit of x
 */
record Line(double intercept, double slope) {
    private static final double STEEPEST = 4;
    private static final int STEPS = 60;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    /**
     * The line of least absolute deviations, with a slope within ±{@value #STEEPEST}. For a slope the best intercept is
     * the median of y − slope · x, and what is left is a convex function of the slope: golden-section search.
     *
     * @param x as many as y, at least one
     */
    static Line fit(List<Double> x, List<Double> y) {
        double low = -STEEPEST;
        double high = STEEPEST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftCost = cost(x, y, left);
        double rightCost = cost(x, y, right);
        for (int step = 0; step < STEPS; step++) {
            if (leftCost <= rightCost) {
                high = right;
                right = left;
                rightCost = leftCost;
                left = high - GOLDEN * (high - low);
                leftCost = cost(x, y, left);
            } else {
                low = left;
                left = right;
                leftCost = rightCost;
                right = low + GOLDEN * (high - low);
                rightCost = cost(x, y, right);
            }
        }
        double slope = (low + high) / 2;
        // Where listening does not help, a slope of nothing is as good and is what is meant.
        double chosen = cost(x, y, 0) <= cost(x, y, slope) ? 0 : slope;
        return new Line(intercept(x, y, chosen), chosen);
    }

    double at(double x) {
        return intercept + slope * x;
    }

    private static double cost(List<Double> x, List<Double> y, double slope) {
        var line = new Line(intercept(x, y, slope), slope);
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += Math.abs(y.get(i) - line.at(x.get(i)));
        }
        return sum;
    }

    private static double intercept(List<Double> x, List<Double> y, double slope) {
        var rests = new ArrayList<Double>(x.size());
        for (int i = 0; i < x.size(); i++) {
            rests.add(y.get(i) - slope * x.get(i));
        }
        return Constants.median(rests);
    }
}
