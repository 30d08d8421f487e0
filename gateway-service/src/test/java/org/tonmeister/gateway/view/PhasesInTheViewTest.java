package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackStage;

/** From queued to done or failed, in whatever order the records come. */
class PhasesInTheViewTest {
    private static final Said FIRST = new Said("song", "0-0");

    @TempDir
    Path folder;

    private ViewDriver view;

    @BeforeEach
    void start() {
        view = new ViewDriver(folder);
    }

    @AfterEach
    void stop() {
        view.close();
    }

    @Test
    void goesFromQueuedToDone_throughAllStages() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.say(FIRST.progress("ingest", ProgressState.RUNNING, 0.4));
        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
        view.say(FIRST.progress("ingest", ProgressState.DONE, 1));
        view.say(FIRST.progress("predict", ProgressState.DONE, 1));
        view.say(FIRST.progress("features", ProgressState.DONE, 1));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.progress("ensemble", ProgressState.DONE, 1));
        view.say(FIRST.mixing("ensemble", 1, 0.5, null));
        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(view.track().getWork()).singleElement().satisfies(work -> {
            assertThat(work.getFraction()).isEqualTo(0.5);
            assertThat(work.getRevision()).isEqualTo(1);
        });

        view.mix(FIRST.mix("ensemble", 1, null));
        view.say(FIRST.progress("mix", ProgressState.DONE, 1));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getWork()).isEmpty();
        assertThat(view.track().getMixes()).extracting(TrackMix::getMixId).containsExactly("0-0.ensemble.1");
        assertThat(view.track().getOrder().getModels()).hasSize(4);
        assertThat(view.track().getUploads().get(0).getStages())
                .extracting(TrackStage::getStage)
                .containsExactly("ingest", "features", "predict", "ensemble", "mix");
    }

    @Test
    void mixBeforeItsOrder_andBeforeItsUpload_isDoneAllTheSame() {
        view.mix(new Said("song", "0-0").mix("ensemble", 1, null));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.progress("ensemble", ProgressState.DONE, 1));
        view.manifest("song", Said.manifest("Song.mp3"));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getMixes()).hasSize(1);
        assertThat(view.track().getUploads()).singleElement().satisfies(upload -> {
            assertThat(upload.getFileName()).isEqualTo("Song.mp3");
            assertThat(upload.getStages()).hasSize(1);
        });
    }

    @Test
    void failedMix_failsTheTrack_untilARedriveMakesIt() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "a fault", null, FIRST.orderId("ensemble", 1)));
        assertThat(view.phase()).isEqualTo(TrackPhase.FAILED);
        assertThat(view.track().getReason()).isEqualTo("a fault");

        view.say(FIRST.mixing("ensemble", 1, 0, null));
        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
        view.mix(FIRST.mix("ensemble", 1, null));
        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
    }

    @Test
    void oneModelsFailure_isNotHiddenByAnothersSuccess_butMendedByAnOrder() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.say(FIRST.refusal("predict", ProgressState.FAILED, "Model 'ast' failed", null, null));
        view.say(FIRST.progress("predict", ProgressState.DONE, 1));
        assertThat(view.phase()).isEqualTo(TrackPhase.FAILED);

        view.order(FIRST.order("ensemble", 1, null));
        view.mix(FIRST.mix("ensemble", 1, null));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(Stages.givenUp(view.track().getUploads().get(0).getStages())).isEmpty();
    }
}
