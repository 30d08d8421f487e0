package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class DeadlineTest {
    private static final String A = "analyser";
    private static final String B = "cnn";
    private static final String C = "ast";
    private static final long DEADLINE_MS = 30_000;

    private final LedgerBench ensemble =
            new LedgerBench(EnsembleDriver.deadline(Duration.ofMillis(DEADLINE_MS), A, B, C));
    private final TestTrack track = TestTrack.of(4);

    @Test
    void orderGoesOutWithTheModelsThatAnswered_andNamesTheOthers() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.windows(B, "p1", "b1", 0, 3));

        ensemble.wait(track, DEADLINE_MS - 1);
        assertThat(ensemble.orders()).isEmpty();
        ensemble.wait(track, 1);

        assertThat(ensemble.orders()).singleElement().satisfies(order -> {
            assertThat(order.getModels()).extracting(ModelPart::getModel).containsExactly(A);
            assertThat(order.getMissingModels()).containsExactly(B, C);
            assertThat(ParameterRecords.parameters(order.getParameters()).toArray())
                    .containsExactly(track.mean(A), within(EnsembleDriver.STEP));
        });
    }

    @Test
    void clockBeginsWithTheFirstFinishedModel() {
        ensemble.predict(track.windows(A, "p1", "a1", 0, 3));
        ensemble.wait(track, 10 * DEADLINE_MS);
        ensemble.predict(track.windows(A, "p1", "a1", 3, 4));
        ensemble.wait(track, DEADLINE_MS - 1);

        assertThat(ensemble.orders()).isEmpty();
    }

    @Test
    void lateModelsOfThatPass_giveNoSecondOrder() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.windows(B, "p1", "b1", 0, 3));
        ensemble.wait(track, DEADLINE_MS);
        ensemble.orders();
        ensemble.progress();

        ensemble.predict(track.windows(B, "p1", "b1", 3, 4));
        ensemble.predict(track.pass(C, "p1", "c1"));
        ensemble.wait(track, 10 * DEADLINE_MS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).isEmpty();
    }

    @Test
    void redoneBeginningOfALateModel_givesNoSecondOrder() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.windows(B, "p1", "b1", 0, 3));
        ensemble.wait(track, DEADLINE_MS);
        ensemble.orders();

        ensemble.progress();
        ensemble.predict(track.pass(B, "p1", "b1"));
        ensemble.wait(track, 10 * DEADLINE_MS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).isEmpty();
    }

    @Test
    void remixAfterwards_hasTheLateModelToo() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.pass(B, "p1", "b1"));
        ensemble.wait(track, DEADLINE_MS);
        assertThat(ensemble.orders()).hasSize(1);
        ensemble.remix(track, TestTrack.DEFAULTS);
        assertThat(ensemble.orders()).singleElement().satisfies(order -> assertThat(order.getMissingModels())
                .containsExactly(C));

        ensemble.predict(track.pass(C, "p1", "c1"));
        ensemble.remix(track, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).singleElement().satisfies(order -> {
            assertThat(order.getRevision()).isEqualTo(3);
            assertThat(order.getMissingModels()).isEmpty();
        });
    }

    @Test
    void replayAfterwards_waitsForAllAgain() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.wait(track, DEADLINE_MS);
        ensemble.orders();

        ensemble.predict(track.pass(A, "p2", "a1"));
        ensemble.predict(track.pass(C, "p2", "c1"));
        ensemble.wait(track, DEADLINE_MS - 1);
        assertThat(ensemble.orders()).isEmpty();
        ensemble.predict(track.pass(B, "p2", "b1"));

        assertThat(ensemble.orders()).extracting(MixOrder::getMissingModels).containsExactly(List.of());
    }

    @Test
    void variantOfALateModel_isRejected() {
        var asked = track.variant(B);
        ensemble.predict(asked.pass(A, "p1", "a1"));

        ensemble.progress();
        ensemble.wait(asked, DEADLINE_MS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress())
                .containsExactly(new Progress(
                        "song",
                        "0-17",
                        "ensemble",
                        ProgressState.REJECTED,
                        0.0,
                        "Model 'cnn' did not answer in time: ask for a remix later, or for the variant 'ensemble'",
                        null,
                        null));
    }

    @Test
    void withoutADeadline_waitsForEver() {
        var patient = new LedgerBench(EnsembleDriver.settings(A, B));
        patient.predict(track.pass(A, "p1", "a1"));

        patient.wait(track, Duration.ofDays(300).toMillis());

        assertThat(patient.orders()).isEmpty();
    }
}
