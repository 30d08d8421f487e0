package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackUpload;

class DeletionTest {
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
    void takesTheTrackOutOfTheView_andTellsTheTopic() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.written();
        view.delete("song");

        assertThat(view.find("song")).isEmpty();
        assertThat(view.view().list(Query.newest(10)).tracks()).isEmpty();
        assertThat(view.written()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("song");
            assertThat(record.value()).isNull();
        });
    }

    @Test
    void lateWordsDoNotBringItBack() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.delete("song");
        view.say(FIRST.progress("features", ProgressState.DONE, 1));
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.mixing("ensemble", 1, 0.5, null));
        view.mix(FIRST.mix("ensemble", 1, null));

        assertThat(view.find("song")).isEmpty();
    }

    @Test
    void newUpload_bringsItBack_withoutWhatWasDeleted() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.mix(FIRST.mix("ensemble", 1, null));
        view.delete("song");
        view.manifest("song", Said.manifest("Again.mp3"));
        view.mix(FIRST.mix("ensemble", 2, null));

        var track = view.find("song").orElseThrow();
        assertThat(track.getPhase()).isEqualTo(TrackPhase.QUEUED);
        assertThat(track.getMixes()).isEmpty();
        assertThat(track.getUploads()).extracting(TrackUpload::getUploadId).containsExactly("0-2");
    }

    @Test
    void wordsOfANewUpload_thatComeBeforeTheDeletionIsRead_stay() {
        var newer = new Said("song", "0-2");
        view.manifest("song", Said.manifest("Song.mp3"));
        view.say(newer.progress("ingest", ProgressState.RUNNING, 0.5));
        view.delete("song");

        var track = view.find("song").orElseThrow();
        assertThat(track.getUploads()).extracting(TrackUpload::getUploadId).containsExactly("0-2");
        assertThat(track.getPhase()).isEqualTo(TrackPhase.WORKING);
    }

    @Test
    void meansUploadsInOtherPartitionsToo_whenTheyAreKnown() {
        var elsewhere = new Said("song", "7-40");
        view.say(elsewhere.progress("ingest", ProgressState.RUNNING, 0.5));
        view.delete("song");
        view.say(elsewhere.progress("ingest", ProgressState.DONE, 1));
        assertThat(view.find("song")).isEmpty();

        view.say(new Said("song", "7-41").progress("ingest", ProgressState.RUNNING, 0.1));
        assertThat(view.find("song")).isPresent();
    }

    @Test
    void ofWhatIsNotThere_writesNothing_butCountsForWhatComesLate() {
        view.manifest("other", Said.manifest("Other.mp3"));
        view.written();
        view.delete("song");
        view.say(FIRST.progress("ingest", ProgressState.DONE, 1));

        assertThat(view.find("song")).isEmpty();
        assertThat(view.written()).isEmpty();
    }

    @Test
    void withoutAKey_deletesNothing() {
        view.upload(null, null);

        assertThat(view.remembered()).isZero();
    }

    @Test
    void isForgotten_whenTheUploadsWouldHaveExpired() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.delete("song");
        assertThat(view.remembered()).isEqualTo(1);

        view.pass(Duration.ofDays(31));
        view.pass(ExpirySweeper.INTERVAL);

        assertThat(view.remembered()).isZero();
    }

    @Test
    void marks_standForAllBeforeThemInTheirPartition() {
        var marks = Deletions.with(Deletions.with(List.of("3-5"), "3-9"), "4-1");

        assertThat(marks).containsExactly("3-9", "4-1");
        assertThat(Deletions.cover(marks, "3-9")).isTrue();
        assertThat(Deletions.cover(marks, "3-10")).isFalse();
        assertThat(Deletions.cover(marks, "4-0")).isTrue();
        assertThat(Deletions.cover(marks, "5-0")).isFalse();
        assertThat(Deletions.cover(marks, "")).isFalse();
    }
}
