package org.tonmeister.predict.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.input.Balance;
import org.tonmeister.neural.input.Decay;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.TrainedEncoder;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.predict.analyser.Sound;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;

class AstModelTest {
    private static final RandomNetwork NETWORK = RandomNetwork.of(Architecture.AST, 3);
    private static final SpectrogramWindow MUSIC = Sound.music(1, -10).at(-23).window();

    private static AstModel model;

    @BeforeAll
    static void open() {
        model = new AstModel(NETWORK.head());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void nameAndVersion_areThoseOfItsFiles() {
        assertThat(model.name()).isEqualTo("ast");
        assertThat(model.version())
                .isEqualTo(NETWORK.encoder().version() + "+" + NETWORK.head().version());
    }

    @Test
    void saysOfTheRecord_whatTheWholeNetworkSaysOfTheSpectrogram() {
        try (var whole = new NetworkModel(NETWORK.encoder(), NETWORK.head())) {
            var reference =
                    List.of(Sound.music(2, -6).window(), Sound.music(3, -6).window());

            assertThat(model.predict(record(MUSIC))).isEqualTo(whole.predict(MUSIC));
            assertThat(model.predict(
                            record(MUSIC),
                            Optional.of(model.reference(
                                    reference.stream().map(AstModelTest::record).toList()))))
                    .isEqualTo(whole.predict(MUSIC, Optional.of(whole.reference(reference))))
                    .isNotEqualTo(model.predict(record(MUSIC)));
        }
    }

    @Test
    void silenceAndMono_areLeftAlone() {
        assertThat(model.predict(record(Sound.silence().window()))).isEqualTo(Estimate.SILENCE);
        assertThat(model.predict(record(Sound.music(1, -60).at(-23).window()))
                        .parameters()
                        .isNeutral(Parameter.WIDTH))
                .isTrue();
    }

    @Test
    void rejects_embeddingsOfAnotherEncoder() {
        var other = record(MUSIC);
        other.put("encoderName", "published.pt");
        other.put("encoderVersion", "12345678");

        assertThatThrownBy(() -> model.predict(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by the encoder 'published.pt+12345678'")
                .hasMessageContaining("was trained on 'ast+" + NETWORK.encoder().version() + "': give");
        assertThatThrownBy(() -> model.reference(List.of(other))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejects_recordsFromBeforeTheBalance() {
        var old = record(MUSIC);
        old.put("balance", List.of());

        assertThatThrownBy(() -> model.predict(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balance")
                .hasMessageContaining("64");
    }

    /** As feature-service makes it. */
    private static AstWindow record(SpectrogramWindow window) {
        try (var encoder = new TrainedEncoder(NETWORK.encoder())) {
            return AstWindow.newBuilder()
                    .setTrackId("song")
                    .setUploadId("0-0")
                    .setPass("p")
                    .setWindow(0)
                    .setAudio(new RecordPointer(0, 0L))
                    .setEncoderName(encoder.name())
                    .setEncoderVersion(encoder.version())
                    .setEmbedding(list(encoder.embedding(window)))
                    .setBalance(list(Balance.of(window)))
                    .setDecay(list(Decay.of(window)))
                    .setStatistics(window.getStatistics())
                    .build();
        }
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
