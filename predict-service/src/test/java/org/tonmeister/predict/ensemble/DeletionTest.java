package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

class DeletionTest {
    private static final String A = "analyser";

    @TempDir
    Path folder;

    private final TestTrack track = TestTrack.of(2);
    private EnsembleDriver ensemble;

    @BeforeEach
    void start() {
        ensemble = new EnsembleDriver(EnsembleDriver.settings(A), folder);
    }

    @AfterEach
    void stop() {
        ensemble.close();
    }

    @Test
    void forgetsTheTracksAccounts_andRefusesRemixesWithTheReason() {
        ensemble.predict(track.pass(A, "p1", "a1"));
        ensemble.delete("song", "0-20");
        ensemble.orders();
        ensemble.progress();
        assertThat(ensemble.accounts().all()).isExhausted();

        ensemble.request("song", null, TestTrack.DEFAULTS);
        ensemble.request("song", "0-17", TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.progress()).hasSize(2).allSatisfy(progress -> {
            assertThat(progress.getState()).isEqualTo(ProgressState.REJECTED);
            assertThat(progress.getReason()).isEqualTo("Track 'song' was deleted; upload it again");
            assertThat(progress.getRequestId()).isEqualTo("request-1");
        });
        assertThat(ensemble.deadLetters()).isEmpty();
    }

    @Test
    void lateWindowsOfADeletedUpload_giveNoOrder() {
        ensemble.predict(track.windows(A, "p1", "a1", 0, 1));
        ensemble.delete("song", "0-20");
        ensemble.predict(track.windows(A, "p1", "a1", 1, 2));
        ensemble.predict(track.pass(A, "p2", "a1"));

        assertThat(ensemble.orders()).isEmpty();
        assertThat(ensemble.accounts().all()).isExhausted();
    }

    @Test
    void whoWaitsForTheMixOfAnUnfinishedUpload_isTold() {
        ensemble.predict(track.windows(A, "p1", "a1", 0, 1));
        ensemble.delete("song", "0-20");

        assertThat(ensemble.progress()).singleElement().satisfies(progress -> {
            assertThat(progress.getUploadId()).isEqualTo("0-17");
            assertThat(progress.getState()).isEqualTo(ProgressState.REJECTED);
        });
    }

    @Test
    void laterUpload_isMixed_alsoIfItWasThereBeforeTheDeletionCameToUs() {
        ensemble.predict(track.upload("0-21").windows(A, "p1", "a1", 0, 1));
        ensemble.delete("song", "0-20");
        ensemble.predict(track.upload("0-21").windows(A, "p1", "a1", 1, 2));

        assertThat(ensemble.orders()).extracting(MixOrder::getUploadId).containsExactly("0-21");
        ensemble.request("song", null, TestTrack.DEFAULTS);
        assertThat(ensemble.orders()).extracting(MixOrder::getUploadId).containsExactly("0-21");
    }

    @Test
    void leavesOtherTracksAlone_alsoThoseWhoseNamesBeginAlike() {
        var other = new TestTrack("song|2", "0-3", 2, TestTrack.DEFAULTS, 100);
        ensemble.predict(other.pass(A, "p1", "a1"));
        ensemble.orders();
        ensemble.progress();
        ensemble.delete("song", "0-20");
        ensemble.request("song|2", null, TestTrack.DEFAULTS);

        assertThat(ensemble.orders()).extracting(MixOrder::getTrackId).containsExactly("song|2");
        assertThat(ensemble.progress()).extracting(Progress::getState).containsExactly(ProgressState.DONE);
    }

    @Test
    void uploadsElsewhere_areMeantIfTheyAreKnown() {
        ensemble.predict(track.upload("5-7").pass(A, "p1", "a1"));
        ensemble.orders();
        ensemble.delete("song", "0-20");
        ensemble.predict(track.upload("5-7").pass(A, "p2", "a1"));

        assertThat(ensemble.orders()).isEmpty();
    }

    @Test
    void isForgotten_whenTheUploadsWouldHaveExpired() {
        ensemble.delete("song", "0-20");
        ensemble.passTime(Duration.ofDays(31));
        ensemble.request("song", null, TestTrack.DEFAULTS);

        assertThat(ensemble.progress()).singleElement().satisfies(progress -> assertThat(progress.getReason())
                .contains("there was none in the last 7 days"));
    }
}
