package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class RemixTest {
    private static final String A = "analyser";
    private static final String B = "cnn";

    private final LedgerBench ensemble = new LedgerBench(EnsembleDriver.settings(A, B));
    private final TestTrack track = TestTrack.of(4);

    @Test
    void countsRevisionsByVariant() {
        answered();
        ensemble.remix(track, variant(B));
        ensemble.remix(track, variant("all"));

        assertThat(ensemble.orders())
                .extracting(MixOrder::getOrderId)
                .containsExactly("0-17/cnn/1", "0-17/ensemble/2", "0-17/analyser/1", "0-17/cnn/2");
    }

    @Test
    void hasItsOwnOptions() {
        answered();
        var options = TestTrack.strength(1, Map.of(), Map.of("delay", 0.75));
        ensemble.remix(track, options);

        assertThat(ensemble.orders()).singleElement().satisfies(order -> {
            assertThat(order.getOptions()).isEqualTo(options);
            assertThat(order.getParameters().getDelay()).isEqualTo(0.75);
        });
    }

    @Test
    void rejects_unfinishedUpload() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.progress();
        ensemble.remix(track, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress())
                .containsExactly(new Progress(
                        "song",
                        "0-17",
                        "ensemble",
                        ProgressState.REJECTED,
                        0.0,
                        "Upload 0-17 of track 'song' is not complete yet: ask again when its mix has been ordered",
                        null,
                        null));
    }

    @Test
    void rejects_uploadWhoseReplayIsUnderWay() {
        answered();
        ensemble.predict(track.windows(B, "p1", "b2", 0, 2));
        ensemble.remix(track, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).extracting(Progress::getState).containsExactly(ProgressState.REJECTED);
    }

    @Test
    void betweenTwoModelsOfAReplay_isMadeOfWhatIsThere() {
        answered();
        ensemble.predict(track.audioFrom(900).pass(B, "p2", "b1"));
        ensemble.remix(track, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).singleElement().satisfies(order -> {
            assertThat(order.getMissingModels()).isEmpty();
            assertThat(order.getAudio().getFirstOffset())
                    .as("the newest pass's")
                    .isEqualTo(900);
        });
    }

    @Test
    void rejects_strengthOutOfRange() {
        answered();
        ensemble.remix(track, TestTrack.strength(1.5, Map.of(), Map.of()));
        ensemble.remix(track, TestTrack.strength(1, Map.of("width", Double.NaN), Map.of()));
        ensemble.remix(track, TestTrack.strength(1, Map.of(), Map.of("width", -0.1)));

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).hasSize(3).allSatisfy(progress -> assertThat(progress.getReason())
                .startsWith("The mix options cannot be met: "));
    }

    private void answered() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.predict(track.pass(B, "p1", "b1"));
        ensemble.orders();
        ensemble.progress();
    }

    private static MixOptions variant(String name) {
        return MixOptions.newBuilder().setVariant(name).build();
    }
}
