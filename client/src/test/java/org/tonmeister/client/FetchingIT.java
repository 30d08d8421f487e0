package org.tonmeister.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonmeister.client.ClientFixture.OPTIONS;
import static org.tonmeister.client.ClientFixture.PATIENCE;
import static org.tonmeister.client.ClientFixture.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.ProgressState;

/** Mixes: waited for, and saved. */
class FetchingIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final ClientFixture tonmeister = new ClientFixture();

    @Test
    void mixIsAwaited_alsoIfItWasThereBefore_andSavedWhole() throws Exception {
        // Given mixes of another upload and of this one
        byte[] bytes = bytes(1_200_000);
        PublishedTrack track = published();
        tonmeister.services.mix("track", "9-9", bytes(10));
        Mix expected = tonmeister.services.mix("track", track.uploadId(), bytes);

        // When
        Mix mix = tonmeister.client.awaitMix(track, PATIENCE);
        Path file = folder.resolve("mix.flac");
        tonmeister.client.save(mix, file);

        // Then
        assertThat(mix).isEqualTo(expected);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgressState.class,
            names = {"REJECTED", "FAILED"})
    void trackThatIsGivenUp_isNotAwaited(ProgressState state) throws Exception {
        PublishedTrack track = published();
        tonmeister.services.progress("track", "9-9", state, "another upload");
        tonmeister.services.progress("track", track.uploadId(), ProgressState.RUNNING, null);
        tonmeister.services.progress("track", track.uploadId(), state, "not a song");

        assertThatThrownBy(() -> tonmeister.client.awaitMix(track, PATIENCE))
                .isInstanceOf(TrackRejectedException.class)
                .hasMessage("not a song");
    }

    @Test
    void mixThatDoesNotCome_timesOut() throws IOException {
        PublishedTrack track = published();

        assertThatThrownBy(() -> tonmeister.client.awaitMix(track, Duration.ofSeconds(1)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("No mix of track track within 1 s");
    }

    @Test
    void mixWhoseBytesAreGone_leavesTheOldFile_andNothingHalf() throws Exception {
        // Given
        Mix mix = tonmeister.services.mix("track", "0-0", bytes(1_200_000));
        Path file = Files.writeString(folder.resolve("mix.flac"), "old");
        LogRange content = mix.getContent();
        tonmeister
                .pipeline
                .admin()
                .deleteRecords(Map.of(
                        new TopicPartition(content.getTopic(), content.getPartition()),
                        RecordsToDelete.beforeOffset(content.getLastOffset())))
                .all()
                .get();

        // When, Then
        assertThatThrownBy(() -> tonmeister.client.save(mix, file)).isInstanceOf(MissingRangeException.class);
        assertThat(files()).containsExactly(file);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    private PublishedTrack published() throws IOException {
        return tonmeister.client.publish(
                "track", "song.wav", new ByteArrayInputStream(bytes(100)), OPTIONS, ignored -> {});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
