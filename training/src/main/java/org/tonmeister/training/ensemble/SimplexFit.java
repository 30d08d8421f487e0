package org.tonmeister.training.ensemble;

import java.util.Arrays;

/**
 * Finds weights, none below 0 and 1 in all, with which the weighted mean of several answers costs least. All weights that
 * are whole tenths are tried: for four models 286, which no descent has to be trusted for. A small penalty on the distance
 * from equal weights decides where the data hardly do.
 */
public final class SimplexFit {
    private static final int STEPS = 10;
    /** Costs the choice of one model of four 0.004, a thirtieth of what constants err by. */
    private static final double PENALTY = 0.005;

    private final double[][] answers;
    private final Cost cost;
    private final int[] best;
    private double least = Double.POSITIVE_INFINITY;

    /** What a mean of the answers costs. */
    @FunctionalInterface
    public interface Cost {
        /** @param means {@code [examples]}; not to be changed */
        double of(double[] means);
    }

    private SimplexFit(double[][] answers, Cost cost) {
        this.answers = answers;
        this.cost = cost;
        best = new int[answers.length];
    }

    /**
     * The weights of the models.
     *
     * @param answers {@code [models][examples]}, at least one of both
     * @return {@code [models]}
     */
    public static double[] weights(double[][] answers, Cost cost) {
        if (answers.length == 0 || answers[0].length == 0) {
            throw new IllegalArgumentException("weights need a model and an example at least");
        }
        for (double[] model : answers) {
            if (model.length != answers[0].length) {
                throw new IllegalArgumentException(
                        "a model has " + model.length + " answers for " + answers[0].length + " examples");
            }
        }
        var fit = new SimplexFit(answers, cost);
        fit.search(new int[answers.length], 0, STEPS, new double[answers[0].length]);
        return Arrays.stream(fit.best)
                .mapToDouble(steps -> (double) steps / STEPS)
                .toArray();
    }

    /** Tries all ways to share {@code left} steps among the models from {@code model} on. */
    private void search(int[] steps, int model, int left, double[] mean) {
        boolean last = model == steps.length - 1;
        for (int step = last ? left : 0; step <= left; step++) {
            steps[model] = step;
            double[] with = plus(mean, answers[model], (double) step / STEPS);
            if (last) {
                judge(steps, with);
            } else {
                search(steps, model + 1, left - step, with);
            }
        }
    }

    private void judge(int[] steps, double[] mean) {
        double sum = cost.of(mean) + PENALTY * distance(steps);
        if (sum < least) {
            least = sum;
            System.arraycopy(steps, 0, best, 0, best.length);
        }
    }

    /** Squared distance from equal weights. */
    private static double distance(int[] steps) {
        double sum = 0;
        for (int step : steps) {
            double off = (double) step / STEPS - 1.0 / steps.length;
            sum += off * off;
        }
        return sum;
    }

    private static double[] plus(double[] sum, double[] values, double weight) {
        double[] added = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            added[i] = sum[i] + weight * values[i];
        }
        return added;
    }
}
