package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Prediction;

/** Replays of topics that hold several passes of an upload already: only the newest counts. */
class ReplayedPassesTest {
    private static final String A = "analyser";
    private static final String B = "cnn";
    private static final String C = "ast";

    private final LedgerBench ensemble = new LedgerBench(EnsembleDriver.settings(A, B, C));
    private final TestTrack track = TestTrack.of(4);

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void replayOfTwoPasses_ordersTheNewestOnly(long seed) {
        ensemble.predict(whole(seed, "p1.f1"));
        ensemble.predict(whole(seed, "p2.f1"));
        assertThat(ensemble.orders()).hasSize(2);

        // When: features are made again of all that audio holds.
        ensemble.predict(whole(seed, "p1.f2"));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(whole(seed, "p2.f2"));

        assertThat(ensemble.orders()).hasSize(1);
    }

    @Test
    void replayOfOneModel_ordersOnce_afterAnEarlierReplayOfAll() {
        ensemble.predict(whole(1, "p1"));
        ensemble.predict(whole(2, "p2"));
        ensemble.orders();

        ensemble.predict(track.pass(C, "p1", "c2"));
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(track.pass(C, "p2", "c2"));

        assertThat(ensemble.orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void predictionsReadAgain_withTwoPassesOfOneModel_giveOneOrderWithTheNewest(long seed) {
        var log = new ArrayList<>(whole(seed, "p1"));
        log.addAll(track.audioFrom(100).pass(C, "p1", "c2"));
        ensemble.predict(log);
        assertThat(ensemble.orders()).hasSize(2);

        ensemble.predict(log);
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.predict(log);
        assertThat(ensemble.orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void jointReplayOfAllModels_givesOneOrder(long seed) {
        ensemble.predict(whole(seed, "p1"));
        ensemble.orders();

        ensemble.predict(joint(seed, "0e5"));
        var orders = ensemble.orders();

        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).getModels()).extracting(ModelPart::getModel).containsExactly(A, B, C);
        ensemble.predict(joint(seed + 1, "0e7"));
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.predict(track.pass(B, "p1", "e8"));
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.predict(joint(seed + 2, "0e9"));
        assertThat(ensemble.orders()).hasSize(1);
    }

    @Test
    void oneTrackOfOneModel_afterAJointReplay_givesOneOrder() {
        ensemble.predict(whole(1, "p1"));
        ensemble.predict(joint(2, "0e5"));
        ensemble.orders();

        ensemble.predict(track.pass(C, "p1", "0e5.r1"));
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.predict(track.pass(C, "p1", "0e5.r2"));
        assertThat(ensemble.orders()).hasSize(1);
    }

    @Test
    void newUploads_afterAJointReplay_getOneOrder() {
        var fresh = TestTrack.of(3).upload("0-18");

        ensemble.predict(fresh.pass(B, "p1", "e8"));
        ensemble.predict(fresh.pass(A, "p1", "0e7"));
        ensemble.predict(fresh.pass(C, "p1", "0e7"));

        assertThat(ensemble.orders()).hasSize(1);
    }

    /** docs/replay.md says why the first of them is not held back. */
    @Test
    void uploadAtWork_whenAJointReplayBegins_getsAnOrderMore_andTheLastIsOfTheNewWorkAlone() {
        ensemble.predict(track.pass(A, "p1", "a1"));

        ensemble.predict(joint(C, "0e5"));
        ensemble.predict(joint(B, "0e5"));
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.predict(joint(A, "0e5"));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).getModels())
                .extracting(part -> ParameterRecords.parameters(part.getParameters()))
                .containsOnly(Parameters.neutral());
    }

    private List<Prediction> joint(String model, String epoch) {
        return IntStream.range(0, 4)
                .mapToObj(window -> track.prediction(model, "p1", epoch, window, 1, Parameters.neutral()))
                .toList();
    }

    @Test
    void supersededWindows_areNotMixedIntoTheNewPass() {
        ensemble.predict(track.windows(A, "p2", "a1", 0, 2));

        var intakes = track.pass(A, "p1", "a1").stream().map(ensemble::predict).toList();

        assertThat(intakes).containsOnly(Entry.Intake.SUPERSEDED);
        assertThat(ensemble.account(track).getModels().get(A).getNext()).isEqualTo(2);
    }

    private List<Prediction> whole(long seed, String pass) {
        return LedgerBench.interleaved(
                seed, List.of(track.pass(A, pass, "a1"), track.pass(B, pass, "b1"), track.pass(C, pass, "c1")));
    }

    private List<Prediction> joint(long seed, String epoch) {
        return LedgerBench.interleaved(
                seed, List.of(track.pass(A, "p1", epoch), track.pass(B, "p1", epoch), track.pass(C, "p1", epoch)));
    }
}
