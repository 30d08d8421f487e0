package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixOrder;

/** What the ensemble does as time goes by, and over restarts. */
class EnsembleTimeTest {
    private static final String A = "analyser";
    private static final String B = "cnn";

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
    void startsAgainWithItsState() {
        var before = drivers.start(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(5);
        before.predict(track.pass(A, "p1", "a1"));
        before.predict(track.windows(B, "p1", "b1", 0, 3));

        var after = drivers.restart(before, EnsembleDriver.settings(A, B));
        after.predict(track.windows(B, "p1", "b1", 3, 5));

        var orders = after.orders();
        assertThat(orders).hasSize(1);
        assertThat(parts(orders.get(0), A)).containsExactly(track.mean(A), within(1e-12));
        assertThat(parts(orders.get(0), B)).containsExactly(track.mean(B), within(1e-12));
    }

    @Test
    void forgetsAnUploadAfterTheRetention() {
        var ensemble = drivers.start(EnsembleDriver.settings(A));
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
    void ordersWithoutALateModelAfterTheDeadline() {
        var ensemble = drivers.start(EnsembleDriver.deadline(Duration.ofSeconds(30), A, B));
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
        var before = drivers.start(settings);
        before.predict(TestTrack.of(2).pass(A, "p1", "a1"));
        before.passTime(Duration.ofSeconds(20));

        var after = drivers.restart(before, settings);
        after.passTime(Duration.ofSeconds(31));

        assertThat(after.orders()).hasSize(1);
    }

    @Test
    void startsAgainWithFewerModels_andOrdersWhatWaitedForTheOthers() {
        var before = drivers.start(EnsembleDriver.settings(A, B));
        before.predict(TestTrack.of(2).pass(A, "p1", "a1"));

        var after = drivers.restart(before, EnsembleDriver.settings(A));
        after.passTime(Duration.ofSeconds(2));

        assertThat(after.orders()).extracting(MixOrder::getMissingModels).containsExactly(List.of());
    }

    private static double[] parts(MixOrder order, String model) {
        return order.getModels().stream()
                .filter(part -> part.getModel().equals(model))
                .findFirst()
                .map(part -> ParameterRecords.parameters(part.getParameters()).toArray())
                .orElseThrow();
    }
}
