package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ParameterRecords;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class EnsembleTopologyTest {
    private static final String A = "analyser";
    private static final String B = "cnn";
    private static final String C = "ast";

    @TempDir
    private Path stateFolder;

    private final List<EnsembleDriver> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(EnsembleDriver::close);
    }

    @Test
    void ordersWhenTheOnlyModelHasAnsweredTheLastWindow() {
        var ensemble = start(EnsembleDriver.settings(A));
        var track = TestTrack.of(5);

        ensemble.predict(track.windows(A, "p1", "m1", 0, 4));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(track.windows(A, "p1", "m1", 4, 5));

        var record = ensemble.orderRecords().get(0);
        assertThat(record.key()).isEqualTo("song");
        assertThat(new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .isEqualTo(EnsembleDriver.TRACE);
        var order = record.value();
        assertThat(order.getOrderId()).isEqualTo("0-17/ensemble/1");
        assertThat(order.getRevision()).isEqualTo(1);
        assertThat(order.getVariant()).isEqualTo("ensemble");
        assertParameters(order, track.mean(A));
        var range = order.getAudio();
        assertThat(range)
                .isEqualTo(new LogRange(
                        "test.audio", 3, 100L, 108L, "range-0-17", 5, 5 * 882_000L, range.getSha256()));
        assertThat(order.getFrames()).isEqualTo(5 * 220_500L);
        assertThat(order.getSampleRate()).isEqualTo(44_100);
        assertThat(order.getSource()).isEqualTo(track.closing().getSource());
        assertThat(order.getNotes()).containsExactly("A note.");
        assertThat(order.getMissingModels()).isEmpty();
        assertThat(ensemble.progress())
                .containsExactly(new Progress("song", "0-17", "ensemble", ProgressState.DONE, 1.0, null));
    }

    @Test
    void rejects_impossibleOptions_andARemixHealsIt() {
        var ensemble = start(EnsembleDriver.settings(A));
        var track = TestTrack.of(2).options(TestTrack.strength(1, Map.of(), Map.of("loudness", 0.5)));

        ensemble.predict(track.pass(A, "p1", "a1"));
        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress())
                .singleElement()
                .satisfies(progress -> assertThat(progress.getReason()).contains("no parameter 'loudness'"));
        ensemble.request("song", "0-17", TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getOrderId).containsExactly("0-17/ensemble/1");
    }

    @Test
    void undecodableRecords_becomeDeadLettersAndDisturbNothing() {
        var ensemble = new EnsembleDriver(EnsembleDriver.settings(A), stateFolder, StreamsConfig.AT_LEAST_ONCE);
        open.add(ensemble);
        var track = TestTrack.of(2);
        byte[] noAvro = "no Avro".getBytes(StandardCharsets.UTF_8);

        ensemble.predict(track.windows(A, "p1", "a1", 0, 1));
        ensemble.rawPrediction("song", noAvro);
        ensemble.rawRequest("song", noAvro);
        ensemble.predict(track.windows(A, "p1", "a1", 1, 2));

        assertThat(ensemble.orders()).hasSize(1);
        assertThat(ensemble.deadLetters()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(noAvro);
            assertThat(letter.key()).isEqualTo("song".getBytes(StandardCharsets.UTF_8));
            assertThat(header(letter, "traceparent")).isEqualTo(EnsembleDriver.TRACE);
            assertThat(header(letter, "dead-letter-stage")).isEqualTo("ensemble");
            assertThat(header(letter, "dead-letter-reason")).contains("single-object marker");
            assertThat(header(letter, "dead-letter-topic")).startsWith("test.");
            assertThat(header(letter, "dead-letter-partition")).isEqualTo("0");
            assertThat(header(letter, "dead-letter-offset")).matches("\\d+");
        });
    }

    @Test
    void senselessRecords_becomeDeadLettersAsTheyCame() {
        var ensemble = start(EnsembleDriver.settings(A));
        var track = TestTrack.of(3);
        var senseless = track.prediction(A, "p1", "a1", 0, Double.NaN, Parameters.neutral());

        ensemble.predict(senseless);
        ensemble.request(" ", null, TestTrack.DEFAULTS);

        var letters = ensemble.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value())
                .isEqualTo(AvroSerde.of(Prediction.class).encode(senseless));
        assertThat(header(letters.get(0), "dead-letter-reason")).contains("weight", "NaN");
        assertThat(header(letters.get(1), "dead-letter-reason")).contains("key");
        assertThat(ensemble.accounts().all()).isExhausted();
    }

    @Test
    void startsAgainWithItsState() {
        var before = start(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(5);
        before.predict(track.pass(A, "p1", "a1"));
        before.predict(track.windows(B, "p1", "b1", 0, 3));

        var after = start(EnsembleDriver.settings(A, B));
        before.accounts().all().forEachRemaining(entry -> after.accounts().put(entry.key, entry.value));
        before.latest().all().forEachRemaining(entry -> after.latest().put(entry.key, entry.value));
        after.predict(track.windows(B, "p1", "b1", 3, 5));

        var orders = after.orders();
        assertThat(orders).hasSize(1);
        assertThat(parts(orders.get(0), A)).containsExactly(track.mean(A), within(1e-12));
        assertThat(parts(orders.get(0), B)).containsExactly(track.mean(B), within(1e-12));
    }

    @Test
    void forgetsAnUploadAfterTheRetention() {
        var ensemble = start(EnsembleDriver.settings(A));
        var old = TestTrack.of(1);
        var young = TestTrack.of(1).upload("0-18");
        ensemble.predict(old.pass(A, "p1", "a1"));
        ensemble.passTime(Duration.ofDays(4));
        ensemble.predict(young.pass(A, "p1", "a1"));

        ensemble.passTime(Duration.ofDays(3).plusMinutes(2));
        assertThat(ensemble.accounts().get("song|0-17")).isNull();
        assertThat(ensemble.accounts().get("song|0-18")).isNotNull();
        assertThat(ensemble.latest().get("song")).isEqualTo("0-18");

        ensemble.passTime(Duration.ofDays(4));
        assertThat(ensemble.accounts().all()).isExhausted();
        assertThat(ensemble.latest().get("song")).isNull();
    }

    private EnsembleDriver start(EnsembleSettings settings) {
        var driver = new EnsembleDriver(settings, stateFolder.resolve("state-" + open.size()));
        open.add(driver);
        return driver;
    }

    /** One log of several models' records, each model's in their order. */
    private static List<Prediction> interleaved(long seed, List<List<Prediction>> models) {
        var turns = new ArrayList<Integer>();
        for (int m = 0; m < models.size(); m++) {
            turns.addAll(Collections.nCopies(models.get(m).size(), m));
        }
        Collections.shuffle(turns, new Random(seed));
        int[] next = new int[models.size()];
        return turns.stream().map(m -> models.get(m).get(next[m]++)).toList();
    }

    private static void assertParameters(MixOrder order, double[] expected) {
        assertThat(ParameterRecords.parameters(order.getParameters()).toArray())
                .containsExactly(expected, within(1e-12));
    }

    private static double[] parts(MixOrder order, String model) {
        return order.getModels().stream()
                .filter(part -> part.getModel().equals(model))
                .findFirst()
                .map(part -> ParameterRecords.parameters(part.getParameters()).toArray())
                .orElseThrow();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
