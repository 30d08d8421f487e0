package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackStage;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackUpload;
import org.tonmeister.schemas.record.TrackWork;

class ViewTopologyTest {
    private static final byte[] FILE = "a file of some kind".getBytes(StandardCharsets.UTF_8);
    private static final Said FIRST = new Said("song", "0-0");
    private static final Said SECOND = new Said("song", "0-1");

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
    void queued_onceTheUploadIsThere_withWhatItsManifestSays() {
        view.manifest("song", Said.manifest("Song.mp3"));

        var track = view.find("song").orElseThrow();
        assertThat(track.getPhase()).isEqualTo(TrackPhase.QUEUED);
        assertThat(track.getCreatedAt()).isEqualTo(ViewDriver.START.toEpochMilli() + 1);
        assertThat(track.getUploads()).singleElement().satisfies(upload -> {
            assertThat(upload.getUploadId()).isEqualTo("0-0");
            assertThat(upload.getFileName()).isEqualTo("Song.mp3");
            assertThat(upload.getMediaType()).isEqualTo("audio/mpeg");
            assertThat(upload.getBytes()).isEqualTo(4_000_000L);
            assertThat(upload.getContent().getTopic()).isEqualTo("test.upload-chunks");
        });
    }

    @Test
    void rawFile_isKnownByItsHeadersAndSize_withoutItsBytes() {
        view.file(null, FILE, new TextHeader("filename", "x.wav"), new TextHeader("content-type", "audio/wav"));

        var upload = view.find("upload-0-0").orElseThrow().getUploads().get(0);
        assertThat(upload.getFileName()).isEqualTo("x.wav");
        assertThat(upload.getMediaType()).isEqualTo("audio/wav");
        assertThat(upload.getBytes()).isEqualTo(FILE.length);
        assertThat(upload.getContent()).isNull();
    }

    @Test
    void damagedManifest_isListedUntilIngestRejectsIt() {
        view.upload("song", new byte[] {(byte) 0xC3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(phase()).isEqualTo(TrackPhase.QUEUED);

        view.say(FIRST.refusal("ingest", ProgressState.REJECTED, "the manifest cannot be read", null, null));

        assertThat(phase()).isEqualTo(TrackPhase.REJECTED);
        assertThat(track().getReason()).isEqualTo("the manifest cannot be read");
    }

    @Test
    void goesFromQueuedToDone_throughAllStages() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.say(FIRST.progress("ingest", ProgressState.RUNNING, 0.4));
        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
        view.say(FIRST.progress("ingest", ProgressState.DONE, 1));
        view.say(FIRST.progress("predict", ProgressState.DONE, 1));
        view.say(FIRST.progress("features", ProgressState.DONE, 1));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.progress("ensemble", ProgressState.DONE, 1));
        view.say(FIRST.mixing("ensemble", 1, 0.5, null));
        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(track().getWork()).singleElement().satisfies(work -> {
            assertThat(work.getFraction()).isEqualTo(0.5);
            assertThat(work.getRevision()).isEqualTo(1);
        });

        view.mix(FIRST.mix("ensemble", 1, null));
        view.say(FIRST.progress("mix", ProgressState.DONE, 1));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getWork()).isEmpty();
        assertThat(track().getMixes()).extracting(TrackMix::getMixId).containsExactly("0-0.ensemble.1");
        assertThat(track().getOrder().getModels()).hasSize(4);
        assertThat(track().getUploads().get(0).getStages())
                .extracting(TrackStage::getStage)
                .containsExactly("ingest", "features", "predict", "ensemble", "mix");
    }

    @Test
    void mixBeforeItsOrder_andBeforeItsUpload_isDoneAllTheSame() {
        view.mix(new Said("song", "0-0").mix("ensemble", 1, null));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.progress("ensemble", ProgressState.DONE, 1));
        view.manifest("song", Said.manifest("Song.mp3"));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getMixes()).hasSize(1);
        assertThat(track().getUploads()).singleElement().satisfies(upload -> {
            assertThat(upload.getFileName()).isEqualTo("Song.mp3");
            assertThat(upload.getStages()).hasSize(1);
        });
    }

    @Test
    void secondUpload_supersedesTheFirst_whoseMixesStay() {
        done(FIRST);
        view.manifest("song", Said.manifest("Better.mp3"));

        assertThat(phase()).isEqualTo(TrackPhase.QUEUED);
        assertThat(track().getMixes()).extracting(TrackMix::getUploadId).containsExactly("0-0");

        view.order(SECOND.order("ensemble", 1, null));
        view.mix(SECOND.mix("ensemble", 1, null));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getUploads()).extracting(TrackUpload::getUploadId).containsExactly("0-1", "0-0");
        assertThat(track().getMixes()).extracting(TrackMix::getUploadId).containsExactly("0-1", "0-0");
        assertThat(track().getOrder().getUploadId()).isEqualTo("0-1");
    }

    @Test
    void lateWordsOfASupersededUpload_changeNothingAboutTheNewer() {
        view.manifest("song", Said.manifest("A.mp3"));
        view.manifest("song", Said.manifest("B.mp3"));
        done(SECOND);
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "no", null, FIRST.orderId("ensemble", 1)));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getOrder().getUploadId()).isEqualTo("0-1");
    }

    @Test
    void replayOfAnOrder_givesNoSecondMix_butNewBytes() {
        done(FIRST);
        long created = track().getMixes().get(0).getCreatedAt();
        var again = FIRST.mix("ensemble", 1, null);
        again.getContent().put("firstOffset", 100L);
        view.say(FIRST.mixing("ensemble", 1, 0.1, null));
        view.mix(again);

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getWork()).isEmpty();
        assertThat(track().getMixes()).singleElement().satisfies(mix -> {
            assertThat(mix.getContent().getFirstOffset()).isEqualTo(100);
            assertThat(mix.getCreatedAt()).isEqualTo(created);
            assertThat(mix.getStoredAt()).isGreaterThan(created);
        });
    }

    @Test
    void laterRevision_isTheNewest_whateverTheOrderOfTheirArrival() {
        done(FIRST);
        view.mix(FIRST.mix("ensemble", 3, "r3"));
        view.mix(FIRST.mix("ensemble", 2, "r2"));

        assertThat(track().getMixes()).extracting(TrackMix::getRevision).containsExactly(3, 2, 1);
        assertThat(track().getMixes()).extracting(TrackMix::getRequestId).containsExactly("r3", "r2", null);
    }

    @Test
    void remix_worksUntilItsMixIsThere_andShowsTheEnsemblesParameters() {
        done(FIRST);
        view.order(FIRST.order("ensemble", 2, "r"));
        view.order(FIRST.order("ast", 1, "r"));
        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(track().getOrder().getOrderId()).isEqualTo("0-0/ensemble/2");

        view.mix(FIRST.mix("ast", 1, "r"));
        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(track().getWork()).extracting(TrackWork::getOrderId).containsExactly("0-0/ensemble/2");

        view.mix(FIRST.mix("ensemble", 2, "r"));
        assertThat(phase()).isEqualTo(TrackPhase.DONE);
    }

    @Test
    void refusedRemix_leavesTheTrackDone_andSaysWhy() {
        done(FIRST);
        view.say(FIRST.refusal("ensemble", ProgressState.REJECTED, "There is no variant 'x'", "r", null));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getReason()).isNull();
        assertThat(track().getWork()).singleElement().satisfies(work -> {
            assertThat(work.getRequestId()).isEqualTo("r");
            assertThat(work.getState()).isEqualTo(ProgressState.REJECTED);
            assertThat(work.getReason()).isEqualTo("There is no variant 'x'");
        });
    }

    @Test
    void failedRemix_isNotWaitedFor() {
        done(FIRST);
        view.order(FIRST.order("ensemble", 2, "r"));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "a fault", "r", FIRST.orderId("ensemble", 2)));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(track().getWork()).extracting(TrackWork::getState).containsExactly(ProgressState.FAILED);
    }

    @Test
    void failedMix_failsTheTrack_untilARedriveMakesIt() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "a fault", null, FIRST.orderId("ensemble", 1)));
        assertThat(phase()).isEqualTo(TrackPhase.FAILED);
        assertThat(track().getReason()).isEqualTo("a fault");

        view.say(FIRST.mixing("ensemble", 1, 0, null));
        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
        view.mix(FIRST.mix("ensemble", 1, null));
        assertThat(phase()).isEqualTo(TrackPhase.DONE);
    }

    @Test
    void oneModelsFailure_isNotHiddenByAnothersSuccess_butMendedByAnOrder() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.say(FIRST.refusal("predict", ProgressState.FAILED, "Model 'ast' failed", null, null));
        view.say(FIRST.progress("predict", ProgressState.DONE, 1));
        assertThat(phase()).isEqualTo(TrackPhase.FAILED);

        view.order(FIRST.order("ensemble", 1, null));
        view.mix(FIRST.mix("ensemble", 1, null));

        assertThat(phase()).isEqualTo(TrackPhase.DONE);
        assertThat(Stages.givenUp(track().getUploads().get(0).getStages())).isEmpty();
    }

    @Test
    void refusalOfAnUnknownTrack_makesNoTrack() {
        view.say(new Said("nobody", "").refusal("ensemble", ProgressState.REJECTED, "unknown", "r", null));

        assertThat(view.find("nobody")).isEmpty();
        assertThat(view.written()).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        view.damagedProgress("song");
        view.say(FIRST.progress("ingest", ProgressState.RUNNING, 0.1));

        assertThat(phase()).isEqualTo(TrackPhase.WORKING);
    }

    @Test
    void writesNothingWhereNothingChanges() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.delete("song");
        view.written();
        view.say(FIRST.progress("ingest", ProgressState.DONE, 1));

        assertThat(view.written()).isEmpty();
    }

    private void done(Said upload) {
        if (upload.equals(FIRST)) {
            view.manifest("song", Said.manifest("Song.mp3"));
        }
        view.order(upload.order("ensemble", 1, null));
        view.mix(upload.mix("ensemble", 1, null));
    }

    private TrackState track() {
        return view.find("song").orElseThrow();
    }

    private TrackPhase phase() {
        return track().getPhase();
    }
}
