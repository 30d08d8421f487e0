package org.tonmeister.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.analysis.AstInput;
import org.tonmeister.audio.analysis.KaldiFilterBank;
import org.tonmeister.neural.input.Balance;
import org.tonmeister.neural.input.Decay;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.TrainedEncoder;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.RecordPointer;

class AstFeatureTest {
    private static final String MEAN_OVER_TIME = "torch.mean(x, [1])";
    private static final Window SINE = TestWindows.sine(44_100, 1000, 0.5, 0.25);

    @TempDir
    private Path folder;

    @Test
    void ownEncoder_readsTheSpectrogramRecord() throws IOException {
        var network = RandomNetwork.of(Architecture.AST, 1);
        network.write(folder);

        var record = embedded(Map.of(EncoderSource.VARIABLE, folder.toString()), SINE);

        var spectrogram = new SpectrogramFeature().of(SINE);
        try (var encoder = new TrainedEncoder(network.encoder())) {
            assertThat(record.getEmbedding()).isEqualTo(list(encoder.embedding(spectrogram)));
            assertThat(record.getEmbedding())
                    .hasSize(Architecture.AST.dimensions())
                    .doesNotContain(Float.NaN);
        }
        assertThat(record.getEncoderName()).isEqualTo("ast");
        assertThat(record.getEncoderVersion()).isEqualTo(network.encoder().version());
        assertThat(record.getBalance()).isEqualTo(list(Balance.of(spectrogram))).hasSize(64);
        assertThat(record.getDecay()).isEqualTo(list(Decay.of(spectrogram)));
        assertThat(record.getStatistics()).isEqualTo(spectrogram.getStatistics());
    }

    @Test
    void handsOnWhereItComesFrom() throws IOException {
        RandomNetwork.of(Architecture.AST, 1).write(folder);

        var record = embedded(Map.of(EncoderSource.VARIABLE, folder.toString()), SINE);

        assertThat(record.getTrackId()).isEqualTo("track");
        assertThat(record.getUploadId()).isEqualTo("0-1");
        assertThat(record.getPass()).isEqualTo("a.b");
        assertThat(record.getWindow()).isEqualTo(3);
        assertThat(record.getAudio()).isEqualTo(new RecordPointer(2, 77L));
        assertThat(record.getClosing()).isNull();
    }

    @Test
    void spectrogramOfAWindow_isMadeOnce() {
        var window = TestWindows.sine(44_100, 1000, 0.5, 0.5);
        var feature = new SpectrogramFeature();

        assertThat(feature.of(window)).isSameAs(feature.of(window));
    }

    @Test
    void encoderInTheModelFolder_isTakenIfNoneIsNamed() throws IOException {
        var beside = RandomNetwork.of(Architecture.AST, 1);
        var named = RandomNetwork.of(Architecture.AST, 2);
        beside.write(folder.resolve("models/ast"));
        named.write(folder.resolve("named"));
        String models = folder.resolve("models").toString();

        var byFolder = embedded(Map.of(EncoderSource.MODEL_FOLDER, models), SINE);
        var byName = embedded(
                Map.of(
                        EncoderSource.MODEL_FOLDER,
                        models,
                        EncoderSource.VARIABLE,
                        folder.resolve("named").toString()),
                SINE);

        assertThat(byFolder.getEncoderVersion()).isEqualTo(beside.encoder().version());
        assertThat(byName.getEncoderVersion()).isEqualTo(named.encoder().version());
    }

    @Test
    void publishedEncoder_readsTheFilterBankOfTheMonoMix() throws IOException {
        Path file = ScriptFile.write(folder.resolve("published.pt"), MEAN_OVER_TIME);

        var record = embedded(Map.of(EncoderSource.VARIABLE, file.toString()), SINE);

        float[] expected = meanOverTime(AstInput.of(monoSineAt16kHz(0.375)));
        assertThat(record.getEmbedding()).hasSize(KaldiFilterBank.MEL_BINS);
        int loudest = loudest(expected);
        assertThat(loudest(record.getEmbedding())).isEqualTo(loudest);
        assertThat(record.getEmbedding().get(loudest)).isCloseTo(expected[loudest], within(1e-3f));
        assertThat(record.getEncoderName()).isEqualTo("published.pt");
        assertThat(record.getEncoderVersion()).matches("[0-9a-f]{8}");
        assertThat(record.getBalance()).hasSize(Balance.SIZE);
        assertThat(record.getDecay()).hasSize(Decay.SIZE);
    }

    @Test
    void publishedEncoder_mayAnswerARowWithoutBatch() throws IOException {
        Path file = ScriptFile.write(folder.resolve("published.pt"), "torch.select(torch.mean(x, [1]), 0, 0)");

        var record = embedded(Map.of(EncoderSource.VARIABLE, file.toString()), SINE);

        assertThat(record.getEmbedding()).hasSize(KaldiFilterBank.MEL_BINS);
    }

    @Test
    void versionOfAPublishedEncoder_changesWithItsFile() throws IOException {
        Path one = ScriptFile.write(folder.resolve("one.pt"), MEAN_OVER_TIME);
        Path two = ScriptFile.write(folder.resolve("two.pt"), "torch.mean(x, [2])");

        assertThat(embedded(Map.of(EncoderSource.VARIABLE, one.toString()), SINE)
                        .getEncoderVersion())
                .isNotEqualTo(embedded(Map.of(EncoderSource.VARIABLE, two.toString()), SINE)
                        .getEncoderVersion());
    }

    @Test
    void rejects_encodersThatAreNone() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path noScript = Files.writeString(folder.resolve("text.pt"), "no script");
        Path manyRows = ScriptFile.write(folder.resolve("rows.pt"), "x");
        Path otherShape = ScriptFile.write(folder.resolve("shape.pt"), "torch.mean(x, [7])");
        Path otherHalf = folder.resolve("half");
        RandomNetwork.of(Architecture.AST, 1).write(otherHalf);
        Files.write(otherHalf.resolve("encoder.params"), new byte[] {1, 2, 3});

        assertRejected(folder.resolve("none").toString(), "must be a folder with encoder.json and encoder.params, or");
        assertRejected(empty.toString(), "has no encoder.json");
        assertRejected(noScript.toString(), "cannot be used: it is no TorchScript file");
        assertRejected(manyRows.toString(), "its answer is not one row");
        assertRejected(otherShape.toString(), "it does not take a picture [1, 1024, 128]: ");
        assertRejected(otherHalf.toString(), "cannot be used: the weights are not those of this network");
    }

    private static void assertRejected(String value, String reason) {
        assertThatThrownBy(() -> features(Map.of(EncoderSource.VARIABLE, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(EncoderSource.VARIABLE + " is '" + value + "': ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    private static List<WindowFeature<?>> features(Map<String, String> environment) {
        return InstalledFeatures.from(new EnvironmentReader(environment)).make();
    }

    /** What the service would emit on {@code ast-features}. */
    private static AstWindow embedded(Map<String, String> environment, Window window) {
        var features = features(environment);
        try {
            assertThat(features)
                    .extracting(WindowFeature::topic)
                    .containsExactly(Topic.SPECTROGRAMS, Topic.AST_FEATURES);
            return (AstWindow) features.get(1).of(window);
        } finally {
            features.forEach(WindowFeature::close);
        }
    }

    private static float[][] monoSineAt16kHz(double amplitude) {
        float[] mono = new float[5 * KaldiFilterBank.SAMPLE_RATE];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float) (amplitude * StrictMath.sin(2 * StrictMath.PI * 1000 * i / KaldiFilterBank.SAMPLE_RATE));
        }
        return new KaldiFilterBank().logEnergies(mono, mono.length);
    }

    private static float[] meanOverTime(float[][] input) {
        float[] mean = new float[input[0].length];
        for (float[] frame : input) {
            for (int band = 0; band < mean.length; band++) {
                mean[band] += frame[band] / input.length;
            }
        }
        return mean;
    }

    private static int loudest(float[] values) {
        return loudest(list(values));
    }

    private static int loudest(List<Float> values) {
        int loudest = 0;
        for (int i = 1; i < values.size(); i++) {
            loudest = values.get(i) > values.get(loudest) ? i : loudest;
        }
        return loudest;
    }

    private static List<Float> list(float[] values) {
        var list = new java.util.ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
