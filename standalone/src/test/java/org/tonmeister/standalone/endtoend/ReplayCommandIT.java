package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** A new version of one model for all that was mixed, and single tracks again, by the command line, while services run. */
class ReplayCommandIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRACKS = 20;
    private static final String CHANGED = "baseline-cnn";
    private static final AvroSerde<Prediction> PREDICTIONS = AvroSerde.of(Prediction.class);

    @TempDir
    private Path folder;

    @Test
    void replayOfAChangedModel_mixesEveryTrackOnceMore_andNoOtherStageWorks() throws Exception {
        // Given
        var data = new DataFolder(folder.resolve("data"));
        Map<Topic, Integer> before = new HashMap<>();
        Map<String, Mix> first;
        try (var tonmeister = start(data, 1)) {
            var reader = new TopicReader(tonmeister.settings());
            publish(tonmeister.settings());
            await().atMost(PATIENCE).until(() -> reader.mixes().size() >= TRACKS);
            first = byTrack(reader.mixes());
            assertThat(first).hasSize(TRACKS);
            for (Topic topic : List.of(Topic.AUDIO, Topic.SPECTROGRAMS, Topic.AST_FEATURES, Topic.PREDICTIONS)) {
                before.put(topic, reader.all(topic).size());
            }
        }

        try (var tonmeister = start(data, 2)) {
            var settings = tonmeister.settings();
            var reader = new TopicReader(settings);

            // When
            var run = replay(settings, "--from", "features", "--model", CHANGED);

            // Then
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).startsWith(TRACKS + " mixes of " + TRACKS + " uploads");
            List<Mix> mixes = reader.mixes();
            assertThat(mixes).hasSize(2 * TRACKS);
            for (Mix old : first.values()) {
                Mix again = only(mixes, old.getTrackId(), 2);
                assertThat(again.getUploadId()).isEqualTo(old.getUploadId());
                assertThat(version(again, CHANGED)).isNotEqualTo(version(old, CHANGED));
                assertThat(version(again, "analyser")).isEqualTo(version(old, "analyser"));
                assertThat(sha256(settings, old)).isEqualTo(bytes(old));
                assertThat(sha256(settings, again)).isEqualTo(bytes(again));
            }
            for (Topic untouched : List.of(Topic.AUDIO, Topic.SPECTROGRAMS, Topic.AST_FEATURES)) {
                assertThat(reader.all(untouched)).as("records of %s", untouched).hasSize(before.get(untouched));
            }
            var predictions = reader.all(Topic.PREDICTIONS).stream()
                    .map(record -> PREDICTIONS.decode(record.value()))
                    .collect(Collectors.groupingBy(Prediction::getModel, Collectors.counting()));
            assertThat(predictions.get(CHANGED)).isEqualTo(2 * predictions.get("analyser"));
            assertThat(predictions.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(before.get(Topic.PREDICTIONS) + predictions.get("analyser"));

            oneTrackFromEachStage_mixesThatTrackOnce(settings, reader);
            wholeReplays_mixEachUploadOnce_alsoOverSeveralPasses(settings, reader);
            dryRunsAndRefusals_changeNothing(settings, reader);
        }
    }

    private static void oneTrackFromEachStage_mixesThatTrackOnce(PipelineSettings settings, TopicReader reader) {
        for (String stage : List.of("features --model " + CHANGED, "features", "audio", "predictions", "orders")) {
            int mixes = reader.mixes().size();
            long own = ofTrack(reader.mixes(), "track-7").size();

            var run = replay(settings, ("--track track-7 --from " + stage).split(" "));

            assertThat(run.exitCode()).as("%s: %s", stage, run.err()).isZero();
            assertThat(run.out()).as(stage).startsWith("1 mix of 1 upload");
            assertThat(reader.mixes()).as(stage).hasSize(mixes + 1);
            assertThat(ofTrack(reader.mixes(), "track-7")).as(stage).hasSize((int) own + 1);
        }
    }

    private static void wholeReplays_mixEachUploadOnce_alsoOverSeveralPasses(
            PipelineSettings settings, TopicReader reader) {
        for (String stage : List.of("uploads", "audio", "features", "features --model " + CHANGED, "predictions")) {
            int mixes = reader.mixes().size();

            var run = replay(settings, ("--from " + stage).split(" "));

            assertThat(run.exitCode()).as("%s: %s", stage, run.err()).isZero();
            assertThat(reader.mixes().size() - mixes).as(stage).isEqualTo(TRACKS);
        }
    }

    private static void dryRunsAndRefusals_changeNothing(PipelineSettings settings, TopicReader reader) {
        int mixes = reader.mixes().size();

        var plan = replay(settings, "--from", "audio", "--dry-run");
        var track = replay(settings, "--from", "uploads", "--track", "track-3", "--dry-run");
        var unknownTrack = replay(settings, "--from", "audio", "--track", "nobody");
        var unknownModel = replay(settings, "--from", "features", "--model", "nobody");
        var wrong = replay(settings, "--from", "audio", "--model", CHANGED);

        assertThat(plan.out()).contains("tonmeister-features reads tonmeister.audio again", "more than once");
        assertThat(track.out()).contains("track-3: upload ");
        assertThat(unknownTrack.exitCode()).isEqualTo(1);
        assertThat(unknownTrack.err()).contains("nothing is known of a track 'nobody'");
        assertThat(unknownModel.err()).contains("no model 'nobody' has worked here; there are analyser, " + CHANGED);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(reader.mixes()).hasSize(mixes);
    }

    private AllInOne start(DataFolder data, int seed) throws IOException {
        Path models = folder.resolve("models-" + seed);
        RandomNetwork.of(Architecture.BASELINE_CNN, seed).write(models.resolve(CHANGED));
        var tonmeister = AllInOne.start(
                new AllInOneSettings(data, 0, OptionalInt.empty(), "serve"),
                Map.of("TONMEISTER_MODEL_FOLDER", models.toString(), "TONMEISTER_MODELS", "analyser," + CHANGED));
        await().atMost(PATIENCE).until(tonmeister::ready);
        return tonmeister;
    }

    private void publish(PipelineSettings settings) throws Exception {
        List<Path> pieces = Pieces.cut(Files.createDirectories(folder.resolve("pieces")), TRACKS, 1.4);
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer())) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < TRACKS; i++) {
                sent.add(producer.send(new ProducerRecord<>(
                        settings.catalogue().name(Topic.UPLOADS),
                        ("track-" + i).getBytes(StandardCharsets.UTF_8),
                        Files.readAllBytes(pieces.get(i)))));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    private static CommandLineRun replay(PipelineSettings settings, String... arguments) {
        var words = new ArrayList<Object>(List.of("replay", "--bootstrap", settings.bootstrapServers()));
        words.addAll(List.of(arguments));
        return CommandLineRun.of(words.toArray());
    }

    private static Map<String, Mix> byTrack(List<Mix> mixes) {
        return mixes.stream().collect(Collectors.toMap(Mix::getTrackId, mix -> mix));
    }

    private static List<Mix> ofTrack(List<Mix> mixes, String track) {
        return mixes.stream().filter(mix -> mix.getTrackId().equals(track)).toList();
    }

    private static Mix only(List<Mix> mixes, String track, int revision) {
        var found = ofTrack(mixes, track).stream()
                .filter(mix -> mix.getRevision() == revision)
                .toList();
        assertThat(found).as("revision %s of %s", revision, track).hasSize(1);
        return found.get(0);
    }

    private static String version(Mix mix, String model) {
        return mix.getReport().getModels().stream()
                .filter(part -> part.getModel().equals(model))
                .map(ModelPart::getVersion)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sha256(PipelineSettings settings, Mix mix) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var ranges = LogRangeReader.open(settings)) {
            ranges.copyTo(mix.getContent(), out);
        }
        return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
    }

    private static byte[] bytes(Mix mix) {
        var sha256 = new byte[32];
        mix.getContent().getSha256().duplicate().get(sha256);
        return sha256;
    }
}
