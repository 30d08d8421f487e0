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
import org.tonmeister.schemas.record.TrackUpload;

/** Uploads, as the view takes them in: new ones, newer ones, strange ones. */
class UploadsInTheViewTest {
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
        assertThat(view.phase()).isEqualTo(TrackPhase.QUEUED);

        view.say(FIRST.refusal("ingest", ProgressState.REJECTED, "the manifest cannot be read", null, null));

        assertThat(view.phase()).isEqualTo(TrackPhase.REJECTED);
        assertThat(view.track().getReason()).isEqualTo("the manifest cannot be read");
    }

    @Test
    void secondUpload_supersedesTheFirst_whoseMixesStay() {
        view.done(FIRST);
        view.manifest("song", Said.manifest("Better.mp3"));

        assertThat(view.phase()).isEqualTo(TrackPhase.QUEUED);
        assertThat(view.track().getMixes()).extracting(TrackMix::getUploadId).containsExactly("0-0");

        view.order(SECOND.order("ensemble", 1, null));
        view.mix(SECOND.mix("ensemble", 1, null));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getUploads())
                .extracting(TrackUpload::getUploadId)
                .containsExactly("0-1", "0-0");
        assertThat(view.track().getMixes()).extracting(TrackMix::getUploadId).containsExactly("0-1", "0-0");
        assertThat(view.track().getOrder().getUploadId()).isEqualTo("0-1");
    }

    @Test
    void lateWordsOfASupersededUpload_changeNothingAboutTheNewer() {
        view.manifest("song", Said.manifest("A.mp3"));
        view.manifest("song", Said.manifest("B.mp3"));
        view.done(SECOND);
        view.order(FIRST.order("ensemble", 1, null));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "no", null, FIRST.orderId("ensemble", 1)));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getOrder().getUploadId()).isEqualTo("0-1");
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

        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
    }

    @Test
    void writesNothingWhereNothingChanges() {
        view.manifest("song", Said.manifest("Song.mp3"));
        view.delete("song");
        view.written();
        view.say(FIRST.progress("ingest", ProgressState.DONE, 1));

        assertThat(view.written()).isEmpty();
    }
}
