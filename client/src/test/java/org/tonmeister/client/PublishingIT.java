package org.tonmeister.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonmeister.client.ClientFixture.OPTIONS;
import static org.tonmeister.client.ClientFixture.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Upload;

/** What the client writes: uploads, requests, deletions. */
class PublishingIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final ClientFixture tonmeister = new ClientFixture();

    @Test
    void publishedFile_isAManifestThatPointsAtItsBytes() throws IOException {
        // Given
        byte[] bytes = bytes(1_500_000);
        Path file = Files.write(folder.resolve("song.wav"), bytes);

        // When
        PublishedTrack track = tonmeister.client.publish(file, OPTIONS);

        // Then
        ConsumerRecord<byte[], byte[]> record =
                tonmeister.pipeline.committed(Topic.UPLOADS).get(0);
        Upload upload = AvroSerde.of(Upload.class).decode(record.value());
        assertThat(track.trackId()).isEqualTo("song.wav");
        assertThat(track.uploadId()).isEqualTo(record.partition() + "-" + record.offset());
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("song.wav");
        assertThat(upload.getFileName()).isEqualTo("song.wav");
        assertThat(upload.getOptions()).isEqualTo(OPTIONS);
        assertThat(content(upload.getContent())).isEqualTo(bytes);
    }

    @Test
    void publishingTellsHowFarItIs() throws IOException {
        var acknowledged = new ArrayList<Long>();

        tonmeister.client.publish(
                "track", "song.wav", new ByteArrayInputStream(bytes(2_000_000)), OPTIONS, acknowledged::add);

        assertThat(acknowledged).isSorted().hasSize(4).endsWith(2_000_000L);
    }

    @Test
    void emptyFile_goesToIngestToBeRefused() throws IOException {
        tonmeister.client.publish("track", "empty.wav", new ByteArrayInputStream(new byte[0]), OPTIONS, ignored -> {});

        ConsumerRecord<byte[], byte[]> record =
                tonmeister.pipeline.committed(Topic.UPLOADS).get(0);
        assertThat(record.value()).isEmpty();
        assertThat(record.headers().lastHeader(RecordHeaders.FILE_NAME).value())
                .isEqualTo("empty.wav".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "a\nb"})
    void trackIdThatCannotBeOne_isRefusedBeforeAnythingIsSent(String trackId) {
        assertThatThrownBy(() -> tonmeister.client.publish(
                        trackId, "song.wav", new ByteArrayInputStream(bytes(10)), OPTIONS, ignored -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A track id has 1 to 200 printable characters");
        assertThat(tonmeister.pipeline.committed(Topic.UPLOAD_CHUNKS)).isEmpty();
    }

    @Test
    void requestedMix_isARequestUnderTheTracksKey() {
        String id = tonmeister.client.requestMix("track", OPTIONS);

        ConsumerRecord<byte[], byte[]> record =
                tonmeister.pipeline.committed(Topic.MIX_REQUESTS).get(0);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("track");
        assertThat(AvroSerde.of(MixRequest.class).decode(record.value())).isEqualTo(new MixRequest(id, null, OPTIONS));
    }

    @Test
    void mixOfACertainUpload_isARequestThatNamesIt() {
        var track = new PublishedTrack("track", "1-7", Instant.EPOCH);

        String id = tonmeister.client.requestMix(track, OPTIONS);

        assertThat(AvroSerde.of(MixRequest.class)
                        .decode(tonmeister
                                .pipeline
                                .committed(Topic.MIX_REQUESTS)
                                .get(0)
                                .value()))
                .isEqualTo(new MixRequest(id, "1-7", OPTIONS));
    }

    @Test
    void deletion_isARecordWithoutAValue_alsoUnderAnIdThatIngestRejects() {
        tonmeister.client.delete(" x");

        assertThat(tonmeister.pipeline.committed(Topic.UPLOADS)).singleElement().satisfies(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(" x");
            assertThat(record.value()).isNull();
        });
    }

    @Test
    void idThatCannotBeOne_isNeitherDeletedNorMixedAgain() {
        assertThatThrownBy(() -> tonmeister.client.delete(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The track to delete has no id");
        assertThatThrownBy(() -> tonmeister.client.requestMix("a\nb", OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A track id has 1 to 200 printable characters");
        assertThat(tonmeister.pipeline.committed(Topic.UPLOADS)).isEmpty();
        assertThat(tonmeister.pipeline.committed(Topic.MIX_REQUESTS)).isEmpty();
    }

    private byte[] content(LogRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = LogRangeReader.open(tonmeister.pipeline.settings())) {
            reader.copyTo(range, out);
        }
        return out.toByteArray();
    }
}
