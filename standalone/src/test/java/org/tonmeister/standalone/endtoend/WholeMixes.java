package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOrder;

/** What a read_committed reader finds in the end, held against the promises. */
final class WholeMixes {
    private static final AvroSerde<MixOrder> ORDERS = AvroSerde.of(MixOrder.class);

    private final PipelineSettings settings;

    WholeMixes(PipelineSettings settings) {
        this.settings = settings;
    }

    /**
     * Each upload has one order and one mix, no more, no other; its bytes are all there; uploads of one song have the same
     * bytes.
     *
     * @param songOfUpload which song each upload is
     * @param folder for a file
     * @return the SHA-256 of each song's mix
     */
    Map<Integer, ByteBuffer> check(Map<String, Integer> songOfUpload, Path folder) throws IOException {
        var reader = new TopicReader(settings);
        List<Mix> mixes = reader.mixes();
        var orders = reader.all(Topic.MIX_ORDERS).stream()
                .map(record -> ORDERS.decode(record.value()))
                .toList();
        assertThat(mixes)
                .as("one committed mix for each upload")
                .extracting(Mix::getUploadId)
                .containsExactlyInAnyOrderElementsOf(songOfUpload.keySet());
        assertThat(orders)
                .as("one order for each upload")
                .extracting(MixOrder::getUploadId)
                .containsExactlyInAnyOrderElementsOf(songOfUpload.keySet());
        assertThat(mixes)
                .as("one mix for each order")
                .extracting(Mix::getOrderId)
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(MixOrder::getOrderId).toList());

        var bytes = new HashMap<Integer, ByteBuffer>();
        try (var client = TonmeisterClient.builder()
                .bootstrapServers(settings.bootstrapServers())
                .topicPrefix(settings.topicPrefix())
                .build()) {
            for (Mix mix : mixes) {
                // Fails unless all chunks are there and have the SHA-256 that the mix names.
                client.save(mix, folder.resolve("whole.flac"));
                int song = songOfUpload.get(mix.getUploadId());
                ByteBuffer sha256 = mix.getContent().getSha256();
                assertThat(bytes.computeIfAbsent(song, unused -> sha256))
                        .as("bytes of song %s", song)
                        .isEqualTo(sha256);
            }
        }
        return bytes;
    }
}
