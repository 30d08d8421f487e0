package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** Requests for remixes as they come from their topic. */
class EnsembleRequestTest {
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
    void remixesTheLatestUpload() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
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
        assertThat(EnsembleDrivers.header(record.headers(), "traceparent")).isEqualTo(EnsembleDriver.TRACE);
    }

    @Test
    void saysWhichRequestAnOrderAnswers() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        ensemble.request("song", null, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getRequestId).containsExactly(null, "request-1");
        assertThat(ensemble.progress()).extracting(Progress::getRequestId).containsExactly(null, "request-1");
    }

    @Test
    void remixesANamedUpload() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
        ensemble.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        ensemble.predict(TestTrack.of(3).upload("0-18").pass(A, "p1", "a1"));
        ensemble.orders();

        ensemble.request("song", "0-17", TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getOrderId).containsExactly("0-17/ensemble/2");
    }

    @Test
    void rejects_remixOfWhatIsNotKnown() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
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
                                "No upload 0-99 of track 'song' is remembered: there was none in the last 7 days;"
                                        + " upload it again",
                                "request-1",
                                null));
    }
}
