package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class EnsembleTopologyTest {
    private static final String A = "analyser";

    @TempDir
    private Path stateFolder;

    private EnsembleDrivers drivers;

    @BeforeEach
    void open() {
        drivers = new EnsembleDrivers(stateFolder);
    }

    @AfterEach
    void close() {
        drivers.close();
    }

    @Test
    void ordersWhenTheOnlyModelHasAnsweredTheLastWindow() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
        var track = TestTrack.of(5);

        ensemble.predict(track.windows(A, "p1", "m1", 0, 4));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(track.windows(A, "p1", "m1", 4, 5));

        var record = ensemble.orderRecords().get(0);
        assertThat(record.key()).isEqualTo("song");
        assertThat(EnsembleDrivers.header(record.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
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
        var ensemble = drivers.start(EnsembleDriver.settings(A));
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
        var ensemble = drivers.start(EnsembleDriver.settings(A), StreamsConfig.AT_LEAST_ONCE);
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
            assertThat(EnsembleDrivers.header(letter.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
            assertThat(EnsembleDrivers.header(letter.headers(), "dead-letter-stage"))
                    .isEqualTo("ensemble");
            assertThat(EnsembleDrivers.header(letter.headers(), "dead-letter-reason"))
                    .contains("single-object marker");
            assertThat(EnsembleDrivers.header(letter.headers(), "dead-letter-topic"))
                    .startsWith("test.");
            assertThat(EnsembleDrivers.header(letter.headers(), "dead-letter-partition"))
                    .isEqualTo("0");
            assertThat(EnsembleDrivers.header(letter.headers(), "dead-letter-offset"))
                    .matches("\\d+");
        });
    }

    @Test
    void senselessRecords_becomeDeadLettersAsTheyCame() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
        var track = TestTrack.of(3);
        var senseless = track.prediction(A, "p1", "a1", 0, Double.NaN, Parameters.neutral());

        ensemble.predict(senseless);
        ensemble.request(" ", null, TestTrack.DEFAULTS);

        var letters = ensemble.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value())
                .isEqualTo(AvroSerde.of(Prediction.class).encode(senseless));
        assertThat(EnsembleDrivers.header(letters.get(0).headers(), "dead-letter-reason"))
                .contains("weight", "NaN");
        assertThat(EnsembleDrivers.header(letters.get(1).headers(), "dead-letter-reason"))
                .contains("key");
        assertThat(ensemble.accounts().all()).isExhausted();
    }

    private static void assertParameters(MixOrder order, double[] expected) {
        assertThat(ParameterRecords.parameters(order.getParameters()).toArray())
                .containsExactly(expected, within(EnsembleDriver.STEP));
    }
}
