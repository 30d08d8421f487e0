package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class EnsembleTopologyTest {
    private static final String A = "analyser";
    private static final String B = "cnn";

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
        assertThat(header(record.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
        var order = record.value();
        assertThat(order.getOrderId()).isEqualTo("0-17/ensemble/1");
        assertThat(order.getRevision()).isEqualTo(1);
        assertThat(order.getVariant()).isEqualTo("ensemble");
        assertParameters(order, track.mean(A));
        var range = order.getAudio();
        assertThat(range)
                .isEqualTo(new LogRange("test.audio", 3, 100L, 108L, "range-0-17", 5, 5 * 882_000L, range.getSha256()));
        assertThat(order.getFrames()).isEqualTo(5 * 220_500L);
        assertThat(order.getSampleRate()).isEqualTo(44_100);
        assertThat(order.getSource()).isEqualTo(track.closing().getSource());
        assertThat(order.getNotes()).containsExactly("A note.");
        assertThat(order.getMissingModels()).isEmpty();
        assertThat(ensemble.progress())
                .containsExactly(new Progress("song", "0-17", "ensemble", ProgressState.DONE, 1.0, null, null, null));
    }

    @Test
    void rejects_impossibleOptions_andARemixHealsIt() {
        var ensemble = start(EnsembleDriver.settings(A));
        var track = TestTrack.of(2).options(TestTrack.strength(1, Map.of(), Map.of("loudness", 0.5)));

        ensemble.predict(track.pass(A, "p1", "a1"));
        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).singleElement().satisfies(progress -> assertThat(progress.getReason())
                .contains("no parameter 'loudness'"));
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
            assertThat(header(letter.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
            assertThat(header(letter.headers(), "dead-letter-stage")).isEqualTo("ensemble");
            assertThat(header(letter.headers(), "dead-letter-reason")).contains("single-object marker");
            assertThat(header(letter.headers(), "dead-letter-topic")).startsWith("test.");
            assertThat(header(letter.headers(), "dead-letter-partition")).isEqualTo("0");
            assertThat(header(letter.headers(), "dead-letter-offset")).matches("\\d+");
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
        assertThat(header(letters.get(0).headers(), "dead-letter-reason")).contains("weight", "NaN");
        assertThat(header(letters.get(1).headers(), "dead-letter-reason")).contains("key");
        assertThat(ensemble.accounts().all()).isExhausted();
    }

    @Test
    void startsAgainWithItsState() {
        var before = start(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(5);
        before.predict(track.pass(A, "p1", "a1"));
        before.predict(track.windows(B, "p1", "b1", 0, 3));

        var after = restart(before, EnsembleDriver.settings(A, B));
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

    @Test
    void remixesTheLatestUpload() {
        var ensemble = start(EnsembleDriver.settings(A));
        var older = TestTrack.of(2);
        var newer = TestTrack.of(3).upload("0-18");
        ensemble.predict(newer.pass(A, "p1", "a1"));
        ensemble.predict(older.pass(A, "p1", "a1"));
        ensemble.orders();

        ensemble.request("song", null, TestTrack.strength(0, Map.of(), Map.of()));

        var record = ensemble.orderRecords().get(0);
        assertThat(record.value().getOrderId()).isEqualTo("0-18/ensemble/2");
        assertThat(record.value().getOptions().getFormat()).isEqualTo(MixFormat.MP3);
        assertThat(ParameterRecords.parameters(record.value().getParameters())).isEqualTo(Parameters.neutral());
        assertThat(header(record.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
    }

    @Test
    void saysWhichRequestAnOrderAnswers() {
        var ensemble = start(EnsembleDriver.settings(A));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        ensemble.request("song", null, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getRequestId).containsExactly(null, "request-1");
        assertThat(ensemble.progress()).extracting(Progress::getRequestId).containsExactly(null, "request-1");
    }

    @Test
    void remixesANamedUpload() {
        var ensemble = start(EnsembleDriver.settings(A));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        ensemble.predict(TestTrack.of(3).upload("0-18").pass(A, "p1", "a1"));
        ensemble.orders();

        ensemble.request("song", "0-17", TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getOrderId).containsExactly("0-17/ensemble/2");
    }

    @Test
    void rejects_remixOfWhatIsNotKnown() {
        var ensemble = start(EnsembleDriver.settings(A));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        ensemble.orders();
        ensemble.progress();

        ensemble.request("other", null, TestTrack.DEFAULTS);
        ensemble.request("song", "0-99", TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress())
                .containsExactly(
                        new Progress(
                                "other",
                                "",
                                "ensemble",
                                ProgressState.REJECTED,
                                0.0,
                                "No upload of track 'other' is remembered: there was none in the last 7 days; upload it"
                                        + " again",
                                "request-1",
                                null),
                        new Progress(
                                "song",
                                "0-99",
                                "ensemble",
                                ProgressState.REJECTED,
                                0.0,
                                "No upload 0-99 of track 'song' is remembered: there was none in the last 7 days; upload"
                                        + " it again",
                                "request-1",
                                null));
    }

    @Test
    void ordersWithoutALateModelAfterTheDeadline() {
        var ensemble = start(EnsembleDriver.deadline(Duration.ofSeconds(30), A, B));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));

        ensemble.passTime(Duration.ofSeconds(29));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.passTime(Duration.ofSeconds(2));

        assertThat(ensemble.orders()).singleElement().satisfies(order -> assertThat(order.getMissingModels())
                .containsExactly(B));
    }

    @Test
    void deadlineOutlivesARestart() {
        var settings = EnsembleDriver.deadline(Duration.ofSeconds(30), A, B);
        var before = start(settings);
        before.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        before.passTime(Duration.ofSeconds(20));

        var after = restart(before, settings);
        after.passTime(Duration.ofSeconds(31));

        assertThat(after.orders()).hasSize(1);
    }

    @Test
    void startsAgainWithFewerModels_andOrdersWhatWaitedForTheOthers() {
        var before = start(EnsembleDriver.settings(A, B));
        before.predict(TestTrack.of(2).pass(A, "p1", "a1"));

        var after = restart(before, EnsembleDriver.settings(A));
        after.passTime(Duration.ofSeconds(2));

        assertThat(after.orders()).extracting(MixOrder::getMissingModels).containsExactly(List.of());
    }

    private EnsembleDriver start(EnsembleSettings settings) {
        var driver = new EnsembleDriver(settings, stateFolder.resolve("state-" + open.size()));
        open.add(driver);
        return driver;
    }

    /** A new instance that finds the stores of another: the driver itself deletes what it has on disk. */
    private EnsembleDriver restart(EnsembleDriver before, EnsembleSettings settings) {
        var after = start(settings);
        try (var accounts = before.accounts().all();
                var latest = before.latest().all()) {
            accounts.forEachRemaining(entry -> after.accounts().put(entry.key, entry.value));
            latest.forEachRemaining(entry -> after.latest().put(entry.key, entry.value));
        }
        return after;
    }

    private static void assertParameters(MixOrder order, double[] expected) {
        assertThat(ParameterRecords.parameters(order.getParameters()).toArray())
                .containsExactly(expected, within(EnsembleDriver.STEP));
    }

    private static double[] parts(MixOrder order, String model) {
        return order.getModels().stream()
                .filter(part -> part.getModel().equals(model))
                .findFirst()
                .map(part -> ParameterRecords.parameters(part.getParameters()).toArray())
                .orElseThrow();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
