package org.tonmeister.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.ProgressState;

/** Keeps what a handler sends. */
final class RecordingContext implements StageContext {
    final List<AudioChunk> chunks = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();
    final List<Integer> chunksAtCommit = new ArrayList<>();
    final List<Double> progress = new ArrayList<>();
    final List<String> withoutValue = new ArrayList<>();
    private long pending;

    @Override
    public String epoch() {
        return "epoch";
    }

    @Override
    public TopicCatalogue catalogue() {
        return new TopicCatalogue(TopicCatalogue.DEFAULT_PREFIX, 1, (short) 1);
    }

    @Override
    public void identify(String trackId, String uploadId) {}

    @Override
    public <T extends SpecificRecordBase> void send(Topic topic, String key, T value, Header... sent) {
        var chunk = (AudioChunk) value;
        chunks.add(chunk);
        headers.addAll(List.of(sent));
        pending += chunk.getPcm().remaining();
    }

    @Override
    public void send(Topic topic, String key, byte[] value, Header... sent) {
        assertThat(value).as("all else that ingest sends is Avro").isNull();
        withoutValue.add(topic.suffix() + " " + key);
        headers.addAll(List.of(sent));
    }

    @Override
    public List<RecordMetadata> commitSlice() {
        chunksAtCommit.add(chunks.size());
        pending = 0;
        return List.of();
    }

    @Override
    public long pendingBytes() {
        return pending;
    }

    @Override
    public void progress(String trackId, String uploadId, String stage, ProgressState state, double fraction) {
        progress.add(fraction);
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
