package org.tonmeister.predict.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.TrainedEncoder;
import org.tonmeister.neural.network.TrainedHead;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.predict.analyser.Sound;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;

class NetworkModelTest {
    private static final RandomNetwork NETWORK = RandomNetwork.of(Architecture.ENHANCED_CNN, 3);
    private static final SpectrogramWindow MUSIC = Sound.music(1, -10).at(-23).window();

    private static NetworkModel model;

    @BeforeAll
    static void open() {
        model = new NetworkModel(NETWORK.encoder(), NETWORK.head());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void nameAndVersion_areThoseOfItsFiles() {
        assertThat(model.name()).isEqualTo("enhanced-cnn");
        assertThat(model.version())
                .isEqualTo(NETWORK.encoder().version() + "+" + NETWORK.head().version());
    }

    @Test
    void answersAsTheHead_withTheLoudnessInTheWeight() {
        var estimate = model.predict(MUSIC);

        try (var encoder = new TrainedEncoder(NETWORK.encoder());
                var head = new TrainedHead(NETWORK.head())) {
            var answer = head.answer(encoder.embedding(MUSIC), Figures.of(MUSIC), Optional.empty());
            assertThat(estimate.parameters().toArray()).containsExactly(answer.parameters());
            assertThat(estimate.weight())
                    .isCloseTo(WindowWeight.of(MUSIC.getStatistics()) * answer.confidence(), within(1e-12));
        }
    }

    @Test
    void anotherInstance_saysTheSameToTheLastBit() {
        try (var other = new NetworkModel(NETWORK.encoder(), NETWORK.head())) {
            assertThat(other.predict(MUSIC)).isEqualTo(model.predict(MUSIC));
        }
    }

    @Test
    void silence_isLeftAlone() {
        assertThat(model.predict(Sound.silence().window())).isEqualTo(Estimate.SILENCE);
    }

    @Test
    void monoSource_keepsItsWidth() {
        var mono = Sound.music(1, -60).at(-23).window();

        assertThat(model.predict(MUSIC).parameters().isNeutral(Parameter.WIDTH)).isFalse();
        assertThat(model.predict(mono).parameters().isNeutral(Parameter.WIDTH)).isTrue();
    }

    @Test
    void reference_changesTheAnswer() {
        var bright = model.reference(
                List.of(Sound.music(2, -6).window(), Sound.music(3, -6).window()));

        var wanted = model.predict(MUSIC, Optional.of(bright));

        assertThat(wanted.parameters()).isNotEqualTo(model.predict(MUSIC).parameters());
        assertThat(model.predict(MUSIC, Optional.of(bright))).isEqualTo(wanted);
    }

    @Test
    void rejects_theHeadOfAnotherNetwork() {
        var other = RandomNetwork.of(Architecture.BASELINE_CNN, 3);

        assertThatThrownBy(() -> new NetworkModel(NETWORK.encoder(), other.head()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the head was trained on the encoder 'baseline-cnn+"
                        + other.encoder().version() + "', but the one beside it is 'enhanced-cnn+"
                        + NETWORK.encoder().version() + "'");
    }

    @Test
    void rejects_windowsOfAnotherLayout() {
        var narrow = Sound.music(1, -10).window();
        narrow.put("melBins", 64);

        assertThatThrownBy(() -> model.predict(narrow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128 mel bands");
    }
}
