package org.tonmeister.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.TestWindows;
import org.tonmeister.schemas.record.SpectrogramWindow;

class TrainedNetworkTest {
    private static SpectrogramWindow window(int seed) {
        var random = new Random(seed);
        return TestWindows.of(108, (channel, bin, frame) -> -3000 - 30 * bin - 500 * channel + random.nextInt(2000));
    }

    private static float[] figures(SpectrogramWindow window) {
        return Figures.of(window);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void sameWindow_givesTheSameAnswer_fromEveryCopyOfTheWeights(Architecture architecture) {
        // Given
        var parts = TestParts.of(architecture, 1);
        var window = window(3);

        // When
        float[][] embeddings = new float[2][];
        Answer[] answers = new Answer[2];
        for (int copy = 0; copy < 2; copy++) {
            try (var encoder = new TrainedEncoder(parts.encoder());
                    var head = new TrainedHead(parts.head())) {
                encoder.embedding(window(4));
                embeddings[copy] = encoder.embedding(window);
                answers[copy] = head.answer(embeddings[copy], figures(window), Optional.empty());
            }
        }

        // Then
        assertThat(embeddings[0]).hasSize(architecture.dimensions()).containsExactly(embeddings[1]);
        assertThat(answers[0].parameters()).hasSize(10).containsExactly(answers[1].parameters());
        assertThat(answers[0].confidence()).isEqualTo(answers[1].confidence()).isBetween(0.135, 7.4);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void answersAlone_areThoseOfTheNetworkInTraining(Architecture architecture) {
        // Given a network whose two halves are kept, and three windows, the last two a reference of the first
        Torch.engine().setRandomSeed(5);
        var parts = TestParts.of(architecture, 5);
        var windows = List.of(window(1), window(2), window(3));
        try (var manager = Torch.manager();
                var encoder = new TrainedEncoder(parts.encoder());
                var head = new TrainedHead(parts.head())) {
            var network = TestNetworks.loaded(architecture, parts, manager);
            NDList inputs = TestNetworks.inputs(architecture, parts, windows, manager);

            // When
            float[] together = network.forward(new ParameterStore(manager, false), inputs, false)
                    .singletonOrThrow()
                    .toFloatArray();
            var reference = head.reference(
                    List.of(encoder.embedding(windows.get(1)), encoder.embedding(windows.get(2))),
                    List.of(figures(windows.get(1)), figures(windows.get(2))));
            var alone = head.answer(encoder.embedding(windows.get(0)), figures(windows.get(0)), Optional.of(reference));

            // Then
            Answer expected = Answer.of(together);
            for (int i = 0; i < 10; i++) {
                assertThat(alone.parameters()[i])
                        .isCloseTo(expected.parameters()[i], org.assertj.core.api.Assertions.within(1e-5));
            }
        }
    }

    @Test
    void aReference_changesTheAnswer() {
        var parts = TestParts.of(Architecture.BASELINE_CNN, 2);
        try (var encoder = new TrainedEncoder(parts.encoder());
                var head = new TrainedHead(parts.head())) {
            float[] embedding = encoder.embedding(window(1));
            var other = head.reference(List.of(encoder.embedding(window(9))), List.of(figures(window(9))));

            var without = head.answer(embedding, figures(window(1)), Optional.empty());
            var with = head.answer(embedding, figures(window(1)), Optional.of(other));

            assertThat(with.confidence()).isNotEqualTo(without.confidence());
        }
    }

    @Test
    void refuses_weightsOfAnotherNetwork() {
        var ast = TestParts.of(Architecture.AST, 1);
        var facts = TestParts.of(Architecture.BASELINE_CNN, 1).encoder().facts();

        assertThatThrownBy(() ->
                        new TrainedEncoder(PartFile.of(facts, ast.encoder().weights())).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the weights are not those of this network");
    }

    @Test
    void refuses_anUnknownArchitecture_andEmbeddingsOfAnotherLength() {
        var parts = TestParts.of(Architecture.BASELINE_CNN, 1);
        var facts = new PartFile.Facts("resnet", null, 48, TestParts.scale(1, 0, 1));
        assertThatThrownBy(() -> new TrainedEncoder(PartFile.of(facts, new byte[0])).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no encoder 'resnet'");

        try (var head = new TrainedHead(parts.head())) {
            assertThatThrownBy(() -> head.answer(new float[3], new float[Figures.SIZE], Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("an embedding of " + Architecture.BASELINE_CNN.dimensions() + " numbers");
        }
    }
}
