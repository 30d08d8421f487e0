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
import org.tonmeister.schemas.record.TrackWork;

/** Mixes and what is asked for after the first: revisions, replays, refusals. */
class MixesInTheViewTest {
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
    void replayOfAnOrder_givesNoSecondMix_butNewBytes() {
        view.done(FIRST);
        long created = view.track().getMixes().get(0).getCreatedAt();
        var again = FIRST.mix("ensemble", 1, null);
        again.getContent().put("firstOffset", 100L);
        view.say(FIRST.mixing("ensemble", 1, 0.1, null));
        view.mix(again);

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getWork()).isEmpty();
        assertThat(view.track().getMixes()).singleElement().satisfies(mix -> {
            assertThat(mix.getContent().getFirstOffset()).isEqualTo(100);
            assertThat(mix.getCreatedAt()).isEqualTo(created);
            assertThat(mix.getStoredAt()).isGreaterThan(created);
        });
    }

    @Test
    void laterRevision_isTheNewest_whateverTheOrderOfTheirArrival() {
        view.done(FIRST);
        view.mix(FIRST.mix("ensemble", 3, "r3"));
        view.mix(FIRST.mix("ensemble", 2, "r2"));

        assertThat(view.track().getMixes()).extracting(TrackMix::getRevision).containsExactly(3, 2, 1);
        assertThat(view.track().getMixes()).extracting(TrackMix::getRequestId).containsExactly("r3", "r2", null);
    }

    @Test
    void remix_worksUntilItsMixIsThere_andShowsTheEnsemblesParameters() {
        view.done(FIRST);
        view.order(FIRST.order("ensemble", 2, "r"));
        view.order(FIRST.order("ast", 1, "r"));
        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(view.track().getOrder().getOrderId()).isEqualTo("0-0/ensemble/2");

        view.mix(FIRST.mix("ast", 1, "r"));
        assertThat(view.phase()).isEqualTo(TrackPhase.WORKING);
        assertThat(view.track().getWork()).extracting(TrackWork::getOrderId).containsExactly("0-0/ensemble/2");

        view.mix(FIRST.mix("ensemble", 2, "r"));
        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
    }

    @Test
    void refusedRemix_leavesTheTrackDone_andSaysWhy() {
        view.done(FIRST);
        view.say(FIRST.refusal("ensemble", ProgressState.REJECTED, "There is no variant 'x'", "r", null));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getReason()).isNull();
        assertThat(view.track().getWork()).singleElement().satisfies(work -> {
            assertThat(work.getRequestId()).isEqualTo("r");
            assertThat(work.getState()).isEqualTo(ProgressState.REJECTED);
            assertThat(work.getReason()).isEqualTo("There is no variant 'x'");
        });
    }

    @Test
    void failedRemix_isNotWaitedFor() {
        view.done(FIRST);
        view.order(FIRST.order("ensemble", 2, "r"));
        view.say(FIRST.refusal("mix", ProgressState.FAILED, "a fault", "r", FIRST.orderId("ensemble", 2)));

        assertThat(view.phase()).isEqualTo(TrackPhase.DONE);
        assertThat(view.track().getWork()).extracting(TrackWork::getState).containsExactly(ProgressState.FAILED);
    }
}
