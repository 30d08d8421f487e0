package org.tonmeister.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackWatchTest {
    private final List<String> heard = new ArrayList<>();
    private final List<TrackWatch> dropped = new ArrayList<>();
    private final TrackWatch watch =
            new TrackWatch(event -> heard.add(event.kind() + " " + event.trackId() + " " + event.id()), dropped::add);

    @Test
    void tellsThePastFirst_thenWhatHasWaited_eachOnce() {
        watch.offer(change(0, 5, "seen"), place(6, 3));
        watch.offer(change(1, 3, "new"), place(6, 4));
        watch.replay(change(0, 4, "past"), place(5, 3));
        watch.replay(change(0, 5, "seen"), place(6, 3));
        watch.goLive();
        watch.offer(change(1, 4, "live"), place(6, 5));

        assertThat(heard)
                .containsExactly("DELETED past 5.3", "DELETED seen 6.3", "DELETED new 6.4", "DELETED live 6.5");
    }

    @Test
    void resets_whenTooMuchHappensMeanwhile() {
        for (int i = 0; i <= 10_000; i++) {
            watch.offer(change(0, i, "track"), place(i + 1L, 0));
        }
        watch.goLive();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).startsWith("RESET");
    }

    @Test
    void listenerThatFails_isDropped() {
        var failing = new TrackWatch(
                event -> {
                    throw new IllegalStateException("gone");
                },
                dropped::add);
        failing.goLive();
        failing.offer(change(0, 1, "track"), place(2, 0));

        assertThat(dropped).containsExactly(failing);
        assertThat(failing.isClosed()).isTrue();
    }

    @Test
    void closedWatch_hearsNothing() {
        watch.goLive();
        watch.close();
        watch.offer(change(0, 1, "track"), place(2, 0));

        assertThat(heard).isEmpty();
    }

    @Test
    void places_areTextAndBack() {
        var place = place(0, 1234567).behind(0, 40);

        assertThat(place.toString()).isEqualTo("15.qglj");
        assertThat(FeedPlace.parse(place.toString())).contains(place);
        assertThat(place.behind(1, 5)).as("an older one does not lead back").isEqualTo(place);
        for (String other : List.of("", ".", "1..2", "-1.2", "ä", "1 2")) {
            assertThat(FeedPlace.parse(other)).isEmpty();
        }
    }

    private static FeedChange change(int partition, long offset, String trackId) {
        return new FeedChange(partition, offset, trackId, Optional.empty());
    }

    private static FeedPlace place(long first, long second) {
        return new FeedPlace(List.of(first, second));
    }
}
