package org.tonmeister.training.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimplexFitTest {
    private static final int EXAMPLES = 200;

    @Test
    void finds_theWeightsThatMadeTheTruth() {
        // Given truths that are a mixture of three models' answers
        var random = new Random(1);
        double[][] answers = new double[3][EXAMPLES];
        double[] truths = new double[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            for (double[] model : answers) {
                model[i] = random.nextDouble();
            }
            truths[i] = 0.6 * answers[0][i] + 0.1 * answers[1][i] + 0.3 * answers[2][i];
        }

        // When
        double[] weights = SimplexFit.weights(answers, means -> error(means, truths));

        // Then
        assertThat(weights).containsExactly(new double[] {0.6, 0.1, 0.3}, within(1e-12));
    }

    @Test
    void ofModelsThatErrIndependently_theBetterCountsMore_andTheMeanIsBetterThanBoth() {
        var random = new Random(2);
        double[][] answers = new double[2][EXAMPLES];
        double[] truths = new double[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            truths[i] = random.nextDouble();
            answers[0][i] = truths[i] + 0.1 * random.nextGaussian();
            answers[1][i] = truths[i] + 0.2 * random.nextGaussian();
        }

        double[] weights = SimplexFit.weights(answers, means -> error(means, truths));

        assertThat(weights[0]).isGreaterThan(0.6).isLessThan(1);
        assertThat(error(answers, truths, weights))
                .isLessThan(error(answers, truths, 1, 0))
                .isLessThan(error(answers, truths, 0, 1));
    }

    @Test
    void equalModels_countTheSame() {
        double[] same = {0.1, 0.2, 0.3};

        assertThat(SimplexFit.weights(new double[][] {same, same}, means -> error(means, new double[] {0.5, 0.5, 0.5})))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void refuses_answersThatDoNotBelongTogether() {
        assertThatThrownBy(() -> SimplexFit.weights(new double[][] {{1}, {1, 2}}, means -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model has 2 answers for 1 examples");
        assertThatThrownBy(() -> SimplexFit.weights(new double[0][], means -> 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double error(double[][] answers, double[] truths, double... weights) {
        double[] means = new double[truths.length];
        for (int i = 0; i < truths.length; i++) {
            for (int m = 0; m < weights.length; m++) {
                means[i] += weights[m] * answers[m][i];
            }
        }
        return error(means, truths);
    }

    private static double error(double[] means, double[] truths) {
        return IntStream.range(0, truths.length)
                .mapToDouble(i -> Math.abs(means[i] - truths[i]))
                .average()
                .orElseThrow();
    }
}
