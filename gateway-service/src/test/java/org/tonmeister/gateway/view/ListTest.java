package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackState;

class ListTest {
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
    void newestUploadFirst_alsoAfterASecondUpload() {
        upload("a", "b", "c");
        upload("a");

        assertThat(ids(Query.newest(10))).containsExactly("a", "c", "b");
    }

    @Test
    void pagesMeet_whateverIsUploadedAndDeletedMeanwhile() {
        upload("a", "b", "c", "d", "e");
        var first = view.view().list(Query.newest(2));
        upload("f");
        view.delete("d");

        var second = view.view().list(new Query(Optional.empty(), "", first.next(), 2));
        var third = view.view().list(new Query(Optional.empty(), "", second.next(), 2));

        assertThat(ids(first)).containsExactly("e", "d");
        assertThat(ids(second)).containsExactly("c", "b");
        assertThat(ids(third)).containsExactly("a");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void lastPageThatIsJustFull_hasNoNext() {
        upload("a", "b");

        assertThat(view.view().list(Query.newest(2)).next()).isEmpty();
    }

    @Test
    void filtersByPhaseAndText() {
        upload("one", "two", "three");
        view.say(new Said("two", "0-1").refusal("ingest", ProgressState.REJECTED, "is text", null, null));

        assertThat(ids(query(TrackPhase.REJECTED, ""))).containsExactly("two");
        assertThat(ids(query(TrackPhase.QUEUED, "ONE"))).containsExactly("one");
        assertThat(ids(new Query(Optional.empty(), " song of T", Optional.empty(), 10)))
                .containsExactly("three", "two");
        assertThat(ids(query(TrackPhase.DONE, ""))).isEmpty();
    }

    @Test
    void refusesCursorsThatAreNotItsOwn() {
        for (String cursor : List.of("x", "", "!!!", "bm9uZQ")) {
            assertThatThrownBy(() -> view.view().list(new Query(Optional.empty(), "", Optional.of(cursor), 5)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cursor");
        }
        assertThatThrownBy(() -> Query.newest(0)).hasMessageContaining("limit");
    }

    @Test
    void mixWhoseBytesHaveExpired_isNotListed_andATrackOfWhichNothingIsLeft_goes() {
        view.keepFor(Duration.ofDays(10), Duration.ofDays(2));
        var said = new Said("song", "0-0");
        upload("song");
        view.order(said.order("ensemble", 1, null));
        view.mix(said.mix("ensemble", 1, null));
        view.pass(Duration.ofDays(1));
        view.mix(said.mix("ensemble", 2, "r"));
        assertThat(view.find("song").orElseThrow().getMixes()).hasSize(2);

        view.pass(Duration.ofDays(1).plusMinutes(2));
        assertThat(view.find("song").orElseThrow().getMixes()).hasSize(1);
        view.written();
        view.pass(Duration.ofDays(1));
        assertThat(view.written())
                .singleElement()
                .satisfies(record -> assertThat(record.value().getMixes()).isEmpty());

        view.pass(Duration.ofDays(8));
        assertThat(view.find("song")).isEmpty();
        assertThat(view.remembered()).isZero();
    }

    @Test
    void orderThatNobodyWorksOnAnyMore_isNotWaitedFor() {
        upload("song");
        view.order(new Said("song", "0-0").order("ensemble", 1, null));
        assertThat(view.find("song").orElseThrow().getWork()).hasSize(1);

        view.pass(Duration.ofDays(8));

        assertThat(view.find("song").orElseThrow().getWork()).isEmpty();
    }

    @Test
    void stateOfAHundredRemixes_fitsItsRecord() {
        var said = new Said("song", "0-0");
        upload("song");
        for (int revision = 1; revision <= Mixes.MAX_MIXES + 20; revision++) {
            view.mix(said.mix("ensemble", revision, "r" + revision));
        }

        var track = view.find("song").orElseThrow();
        assertThat(track.getMixes()).hasSize(Mixes.MAX_MIXES);
        assertThat(track.getMixes().get(0).getRevision()).isEqualTo(120);
        int bytes = org.tonmeister.schemas.AvroSerde.of(TrackState.class).encode(track).length;
        assertThat(bytes).isLessThan(StateSize.MAX_BYTES / 3);
    }

    @Test
    void stateThatIsTooLarge_losesItsOldestMixes() {
        var said = new Said("song", "0-0");
        upload("song");
        var notes = new ArrayList<String>();
        for (int i = 0; i < 3000; i++) {
            notes.add("a note of thirty characters or so " + i);
        }
        for (int revision = 1; revision <= 12; revision++) {
            var mix = said.mix("ensemble", revision, null);
            mix.getReport().put("notes", notes);
            view.mix(mix);
        }

        var mixes = view.find("song").orElseThrow().getMixes();
        assertThat(mixes).hasSizeBetween(3, 10);
        assertThat(mixes.get(0).getRevision()).isEqualTo(12);
    }

    private void upload(String... tracks) {
        for (String track : tracks) {
            view.manifest(track, Said.manifest("Song of " + track + ".mp3"));
        }
    }

    private static Query query(TrackPhase phase, String text) {
        return new Query(Optional.of(phase), text, Optional.empty(), 10);
    }

    private List<String> ids(Query query) {
        return ids(view.view().list(query));
    }

    private static List<String> ids(Page page) {
        return page.tracks().stream().map(TrackState::getTrackId).toList();
    }
}
