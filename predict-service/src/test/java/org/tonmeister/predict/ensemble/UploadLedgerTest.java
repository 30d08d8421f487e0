package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class UploadLedgerTest {
    private static final String A = "analyser";
    private static final String B = "cnn";
    private static final String C = "ast";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ordersOnceAndTheSame_howeverTheModelsAreInterleaved(long seed) {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B, C));
        var track = TestTrack.of(6);

        ensemble.predict(LedgerBench.interleaved(
                seed, List.of(track.pass(A, "p1", "a1"), track.pass(B, "p1", "b1"), track.pass(C, "p1", "c1"))));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        double[] expected = new double[Parameters.COUNT];
        for (String model : List.of(A, B, C)) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] += track.mean(model)[i] / 3;
            }
        }
        assertParameters(orders.get(0), expected);
        assertThat(orders.get(0).getModels()).extracting(ModelPart::getModel).containsExactly(A, B, C);
        assertThat(orders.get(0).getModels()).extracting(ModelPart::getVersion).contains("cnn-v1");
        assertThat(orders.get(0).getModels()).extracting(ModelPart::getWindows).containsOnly(6);
        assertThat(ensemble.progress())
                .extracting(Progress::getState, Progress::getFraction)
                .containsExactly(
                        Tuple.tuple(ProgressState.RUNNING, 1.0 / 3),
                        Tuple.tuple(ProgressState.RUNNING, 2.0 / 3),
                        Tuple.tuple(ProgressState.DONE, 1.0));
    }

    @Test
    void uploadsUnderOneKey_getAnOrderEach() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var one = TestTrack.of(4);
        var two = TestTrack.of(3).upload("0-18").audioFrom(101);

        ensemble.predict(LedgerBench.interleaved(
                7,
                List.of(
                        one.pass(A, "p1", "a1"),
                        two.pass(A, "p1", "a1"),
                        one.pass(B, "p1", "b1"),
                        two.pass(B, "p1", "b1"))));

        var orders = ensemble.orders();
        assertThat(orders)
                .extracting(MixOrder::getOrderId)
                .containsExactlyInAnyOrder("0-17/ensemble/1", "0-18/ensemble/1");
        assertThat(orders).extracting(o -> o.getAudio().getRecords()).containsExactlyInAnyOrder(4, 3);
    }

    @Test
    void modelsThatAreNotEnabled_areIgnored() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(2);

        ensemble.predict(track.pass("unknown", "p1", "x1"));
        assertThat(ensemble.account(track).getModels()).isEmpty();
        ensemble.predict(track.pass(A, "p1", "a1"));

        assertThat(ensemble.orders()).singleElement().satisfies(order -> assertThat(order.getModels())
                .extracting(ModelPart::getModel)
                .containsExactly(A));
    }

    @Test
    void variantAll_givesTheEnsembleAndEachModel() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(3).variant("all");

        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.pass(B, "p1", "b1"));

        var orders = ensemble.orders();
        assertThat(orders)
                .extracting(MixOrder::getOrderId)
                .containsExactly("0-17/ensemble/1", "0-17/analyser/1", "0-17/cnn/1");
        assertParameters(orders.get(1), track.mean(A));
        assertParameters(orders.get(2), track.mean(B));
        assertThat(orders.get(2).getModels())
                .extracting(part -> part.getWeights().getWidth())
                .containsExactly(0.0, 1.0);
    }

    @Test
    void variantOfOneModel_givesThatModelAlone() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
        var track = TestTrack.of(3).variant(B);

        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.pass(B, "p1", "b1"));

        var orders = ensemble.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).getOrderId()).isEqualTo("0-17/cnn/1");
        assertParameters(orders.get(0), track.mean(B));
    }

    @Test
    void rejects_unknownVariant() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));

        ensemble.predict(TestTrack.of(2).variant("nonesuch").pass(A, "p1", "a1"));

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).singleElement().satisfies(progress -> {
            assertThat(progress.getState()).isEqualTo(ProgressState.REJECTED);
            assertThat(progress.getReason())
                    .isEqualTo("There is no variant 'nonesuch'; choose one of ensemble, all, analyser");
        });
    }

    @Test
    void strengthScalesFromNeutral_andOverridesStandAboveIt() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(3).options(TestTrack.strength(0.5, Map.of("width", 0.2), Map.of("reverb", 0.25)));

        ensemble.predict(track.pass(A, "p1", "a1"));

        var values = ensemble.orders().get(0).getParameters();
        double[] mean = track.mean(A);
        assertThat(values.getInputGain()).isEqualTo(0.5 + 0.5 * (mean[0] - 0.5), within(EnsembleDriver.STEP));
        assertThat(values.getCompression()).isEqualTo(0.5 * mean[1], within(EnsembleDriver.STEP));
        assertThat(values.getWidth()).isEqualTo(0.5 + 0.1 * (mean[8] - 0.5), within(EnsembleDriver.STEP));
        assertThat(values.getReverb()).isEqualTo(0.25);
    }

    @Test
    void lastBitsOfWhatAModelSays_changeNoOrder() {
        var track = TestTrack.of(5);
        var exactly = new LedgerBench(EnsembleDriver.settings(A));
        var nearly = new LedgerBench(EnsembleDriver.settings(A));
        for (int window = 0; window < track.windows(); window++) {
            double[] values = TestTrack.values(A, window).toArray();
            exactly.predict(track.prediction(A, "p1", "a1", window, 1, Parameters.of(values)));
            Arrays.setAll(values, i -> values[i] + 1e-7 * values[i] * (1 - values[i]));
            nearly.predict(track.prediction(A, "p1", "a1", window, 1 + 1e-7, Parameters.of(values)));
        }

        var order = exactly.orders().get(0);
        var other = nearly.orders().get(0);
        assertThat(other.getModels()).isNotEqualTo(order.getModels());
        assertThat(other.getParameters()).isEqualTo(order.getParameters());
    }

    @Test
    void silentTrack_getsThePlainMean() {
        var ensemble = new LedgerBench(EnsembleDriver.settings(A));
        var track = TestTrack.of(3);

        for (int window = 0; window < 3; window++) {
            ensemble.predict(track.prediction(A, "p1", "a1", window, 0, Parameters.neutral()));
        }

        assertThat(ParameterRecords.parameters(ensemble.orders().get(0).getParameters()))
                .isEqualTo(Parameters.neutral());
    }

    private static void assertParameters(MixOrder order, double[] expected) {
        assertThat(ParameterRecords.parameters(order.getParameters()).toArray())
                .containsExactly(expected, within(EnsembleDriver.STEP));
    }
}
