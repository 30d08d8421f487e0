package org.tonmeister.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.client.ClientFixture.PATIENCE;
import static org.tonmeister.client.ClientFixture.bytes;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** What listeners hear. */
@ExtendWith(SharedBroker.class)
@SuppressWarnings("try") // A subscription is used by being open.
class SubscribingIT {
    @RegisterExtension
    private final ClientFixture tonmeister = new ClientFixture();

    @Test
    void subscriptionFromNow_hearsWhatComesAfterTheCall_mixesAndProgress() {
        // Given
        tonmeister.services.mix("old", "0-0", bytes(10));
        var heard = new Heard();

        // When
        try (var subscription = tonmeister.client.subscribe(Start.now(), heard)) {
            tonmeister.services.progress("new", "1-1", ProgressState.RUNNING, null);
            tonmeister.services.mix("new", "1-1", bytes(10));
            await().atMost(PATIENCE).until(() -> heard.mixes.size() + heard.progress.size() >= 2);
        }

        // Then
        assertThat(heard.mixes).containsExactly("new");
        assertThat(heard.progress).containsExactly("new RUNNING");
    }

    @Test
    void subscriptionFromTheBeginning_hearsEverything_andPassesOverWhatIsNoMix() {
        tonmeister.services.mix("one", "0-0", bytes(10));
        tonmeister.pipeline.publish(Topic.MIXES, "junk", "no record");
        tonmeister.services.mix("two", "1-1", bytes(10));
        var heard = new Heard();

        try (var subscription = tonmeister.client.subscribe(Start.beginning(), heard)) {
            await().atMost(PATIENCE).until(() -> heard.mixes.size() >= 2);
        }

        assertThat(heard.mixes).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void group_goesOnWhereItStopped() {
        // Given a group that has heard one
        String group = tonmeister.pipeline.settings().topicPrefix() + "-listener";
        tonmeister.services.mix("one", "0-0", bytes(10));
        var first = new Heard();
        try (var subscription = tonmeister.client.subscribe(Start.group(group), first)) {
            await().atMost(PATIENCE).until(() -> first.mixes.size() == 1);
            await().atMost(PATIENCE).until(() -> tonmeister.pipeline.offsets(group, Topic.MIXES).values().stream()
                    .anyMatch(offset -> offset.offset() == 1));
        }

        // When
        tonmeister.services.mix("two", "1-1", bytes(10));
        var second = new Heard();
        try (var subscription = tonmeister.client.subscribe(Start.group(group), second)) {
            await().atMost(PATIENCE).until(() -> !second.mixes.isEmpty());
        }

        // Then
        assertThat(second.mixes).containsExactly("two");
    }

    @Test
    void listenerThatThrows_endsTheSubscription_andHearsWhy() {
        tonmeister.services.mix("one", "0-0", bytes(10));
        tonmeister.services.mix("one", "1-1", bytes(10));
        var heard = new CopyOnWriteArrayList<String>();
        var failures = new CopyOnWriteArrayList<KafkaException>();
        var full = new TrackListener() {
            @Override
            public void onMix(Mix mix) throws IOException {
                heard.add(mix.getUploadId());
                throw new IOException("disk full");
            }

            @Override
            public void onFailure(KafkaException failure) {
                failures.add(failure);
            }
        };

        try (var subscription = tonmeister.client.subscribe(Start.beginning(), full)) {
            await().atMost(PATIENCE).until(() -> !failures.isEmpty());
        }

        assertThat(heard).containsExactly("0-0");
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("The listener failed: disk full")
                .hasCauseInstanceOf(IOException.class));
    }

    @Test
    void topicThatIsNotThere_isNamed(TestBroker broker) {
        try (var other = TonmeisterClient.builder()
                .bootstrapServers(broker.bootstrapServers())
                .topicPrefix("nobody")
                .build()) {
            assertThatThrownBy(() -> other.subscribe(Start.now(), new Heard()))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("There is no topic nobody.mixes");
        }
    }

    private static final class Heard implements TrackListener {
        final List<String> mixes = new CopyOnWriteArrayList<>();
        final List<String> progress = new CopyOnWriteArrayList<>();

        @Override
        public void onMix(Mix mix) {
            mixes.add(mix.getTrackId());
        }

        @Override
        public void onProgress(Progress heard) {
            progress.add(heard.getTrackId() + " " + heard.getState());
        }
    }
}
