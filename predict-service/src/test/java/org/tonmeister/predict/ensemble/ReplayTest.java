package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixOrder;

/** What a log that is read again does to an upload: each replay gives one order. */
class ReplayTest {
    private static final String A = "analyser";
    private static final String B = "cnn";
    private static final String C = "ast";

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void replayOfTheWholeTrack_givesExactlyOneNewOrder(long seed) {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B, C));
        var track = TestTrack.of(4);
        ensemble.predict(LedgerBench.interleaved(
                seed, List.of(track.pass(A, "p1", "a1"), track.pass(B, "p1", "b1"), track.pass(C, "p1", "c1"))));
        var first = ensemble.orders().get(0);

        var again = track.audioFrom(500);
        ensemble.predict(LedgerBench.interleaved(
                seed + 1, List.of(again.pass(A, "p2", "a1"), again.pass(B, "p2", "b1"), again.pass(C, "p2", "c1"))));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).getOrderId()).isEqualTo("0-17/ensemble/2");
        assertThat(orders.get(0).getParameters()).isEqualTo(first.getParameters());
        assertThat(orders.get(0).getAudio().getFirstOffset()).isEqualTo(500);
    }

    @Test
    void replayOfOneModel_givesOneOrderWithItsNewPart() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(3);
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.pass(B, "p1", "b1"));
        var first = ensemble.orders().get(0);

        for (int window = 0; window < 3; window++) {
            ensemble.predict(track.prediction(B, "p1", "b2", window, 1, Parameters.neutral()));
        }

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).getRevision()).isEqualTo(2);
        assertThat(orders.get(0).getModels().get(0)).isEqualTo(first.getModels().get(0));
        assertThat(ParameterRecords.parameters(orders.get(0).getModels().get(1).getParameters()))
                .isEqualTo(Parameters.neutral());
    }

    @Test
    void redoneBeginning_countsOnce() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(6);

        ensemble.predict(track.audioFrom(10).windows(A, "p1", "a1", 0, 4));
        ensemble.predict(track.audioFrom(10).windows(B, "p1", "b1", 0, 2));
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.audioFrom(10).windows(B, "p1", "b1", 2, 4));
        ensemble.predict(track.pass(B, "p1", "b1"));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertThat(parts(orders.get(0), A)).containsExactly(track.mean(A), within(1e-12));
        assertThat(parts(orders.get(0), B)).containsExactly(track.mean(B), within(1e-12));
        assertThat(orders.get(0).getAudio().getFirstOffset()).isEqualTo(100);
    }

    @Test
    void logSetBackToTheMiddleOfATrack_changesNothing() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(6);

        ensemble.predict(track.windows(A, "p1", "a1", 0, 5));
        ensemble.predict(track.windows(A, "p1", "a1", 2, 6));
        ensemble.predict(track.windows(A, "p1", "a1", 4, 6));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertParameters(orders.get(0), track.mean(A));
    }

    @Test
    void windowBehindTheLast_isIgnored() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(3);
        ensemble.predict(track.pass(A, "p1", "a1"));
        var complete = ensemble.account(track);

        var intake = ensemble.predict(track.prediction(A, "p1", "a1", 3, 1, Parameters.neutral()));

        assertThat(intake).isEqualTo(Entry.Intake.DUPLICATE);
        assertThat(ensemble.account(track)).isEqualTo(complete);
    }

    @Test
    void predictionsReadAgainFromTheirBeginning_giveOneNewOrder() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(4);
        var log = LedgerBench.interleaved(5, List.of(track.pass(A, "p1", "a1"), track.pass(B, "p1", "b1")));
        ensemble.predict(log);

        ensemble.predict(log);
        ensemble.predict(log);

        assertThat(ensemble.orders()).extracting(MixOrder::getRevision).containsExactly(1, 2, 3);
    }

    @Test
    void gap_isLeftOutUntilAReplayHealsIt() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(4);

        ensemble.predict(track.windows(A, "p1", "a1", 0, 2));
        ensemble.predict(track.windows(A, "p1", "a1", 3, 4));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(track.pass(A, "p1", "a2"));

        assertThat(ensemble.orders()).hasSize(1);
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
}
