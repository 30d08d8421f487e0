package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.network.Torch;
import org.tonmeister.predict.ensemble.Response;

class BagLossTest {
    private static final int OUTPUTS = 11;

    private static float[] output(float inputGain, float confidence) {
        float[] output = new float[OUTPUTS];
        output[0] = inputGain;
        output[OUTPUTS - 1] = confidence;
        return output;
    }

    private static Batch batch(NDManager manager, float[] known) {
        return new Batch(
                new NDList(),
                manager.create(new float[][] {{1, 1}}),
                manager.create(new float[][] {{1}, {3}}),
                manager.create(new float[][] {new float[10]}),
                manager.create(new float[][] {known}));
    }

    @Test
    void answers_areTheResponseToMeans_weightedByLoudnessAndConfidence() {
        try (var manager = Torch.manager()) {
            // Given windows of the weights 1 and 3, of which the first is surer by e^(2·tanh 1)
            var output = manager.create(new float[][] {output(0.8f, 1), output(0.2f, 0)});

            float answer =
                    BagLoss.answers(output, batch(manager, new float[10])).getFloat(0, 0);

            double first = Math.exp(2 * Math.tanh(1));
            double mean = (0.8 * first + 0.2 * 3) / (first + 3);
            assertThat((double) answer).isCloseTo(response(mean), within(1e-5));
        }
    }

    @Test
    void loss_isThatOfTheBag_overWhatIsKnown_andWhatWindowsAreOutOfRange() {
        try (var manager = Torch.manager()) {
            var output = manager.create(new float[][] {output(0.8f, 0), output(-0.2f, 0)});
            float[] known = new float[10];
            known[0] = 1;
            known[1] = 1;

            float loss = BagLoss.of(output, batch(manager, known)).getFloat();

            // The bag's mean is (0.8 − 3·0.02) / 4, the other known is right, and one of 20 numbers is 0.2 below 0.
            assertThat((double) loss).isCloseTo(response(0.185) / 2 + 0.2 / 20, within(1e-5));
        }
    }

    /** By the gain with which 0 and 1 stay where they are. */
    private static double response(double mean) {
        return new Response(0.1, 0.5 / (Math.sqrt(0.5 * 0.5 + 0.1 * 0.1) - 0.1)).of(Parameter.INPUT_GAIN, mean);
    }
}
