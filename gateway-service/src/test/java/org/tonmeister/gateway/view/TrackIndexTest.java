package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackState;

class TrackIndexTest {
    private static final int LOOKS = 20_000;

    private final TrackIndex index = new TrackIndex();

    @Test
    void aTrackThatChanges_isNeverMissing_forWhoReadsMeanwhile() throws Exception {
        // Given
        index.put(track("a", 3, TrackPhase.QUEUED));
        index.put(track("b", 2, TrackPhase.QUEUED));
        index.put(track("c", 1, TrackPhase.QUEUED));
        var over = new AtomicBoolean();
        var changes = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                index.put(track("b", 2, TrackPhase.WORKING));
                index.put(track("b", 2, TrackPhase.QUEUED));
            }
        });

        // When
        int complete = 0;
        for (int i = 0; i < LOOKS; i++) {
            complete += ids().equals(List.of("a", "b", "c")) ? 1 : 0;
        }
        over.set(true);
        changes.get();

        // Then
        assertThat(complete).isEqualTo(LOOKS);
    }

    @Test
    void aTrackWhoseTimeChanges_movesInTheList() {
        index.put(track("a", 1, TrackPhase.QUEUED));
        index.put(track("b", 2, TrackPhase.QUEUED));
        assertThat(ids()).containsExactly("b", "a");

        index.put(track("a", 3, TrackPhase.QUEUED));

        assertThat(ids()).containsExactly("a", "b");
        index.remove("a");
        assertThat(ids()).containsExactly("b");
        assertThat(index.size()).isEqualTo(1);
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        index.behind(Optional.empty(), entry -> true).forEachRemaining(entry -> ids.add(entry.trackId()));
        return ids;
    }

    private static TrackState track(String trackId, long createdAt, TrackPhase phase) {
        return TrackState.newBuilder()
                .setTrackId(trackId)
                .setPhase(phase)
                .setCreatedAt(createdAt)
                .setUpdatedAt(createdAt)
                .setUploads(List.of())
                .setMixes(List.of())
                .setWork(List.of())
                .build();
    }
}
