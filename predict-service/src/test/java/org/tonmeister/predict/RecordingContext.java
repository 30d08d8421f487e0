package org.tonmeister.predict;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.ProgressState;

/** Writes down what a handler does with its context. */
final class RecordingContext implements StageContext {
    record Sent(Topic topic, String key, SpecificRecordBase value) {}

    final List<Sent> sent = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    @Override
    public String epoch() {
        return "epoch-1";
    }

    @Override
    public TopicCatalogue catalogue() {
        return new TopicCatalogue("test", 1, (short) 1);
    }

    @Override
    public void identify(String trackId, String uploadId) {
        log.add("identify " + trackId + " " + uploadId);
    }

    @Override
    public <T extends SpecificRecordBase> void send(Topic topic, String key, T value, Header... headers) {
        sent.add(new Sent(topic, key, value));
    }

    @Override
    public void send(Topic topic, String key, byte[] value, Header... headers) {
        throw new UnsupportedOperationException("predictions are records");
    }

    @Override
    public List<RecordMetadata> commitSlice() {
        throw new UnsupportedOperationException("a prediction is no slice");
    }

    @Override
    public long pendingBytes() {
        return 0;
    }

    @Override
    public void progress(String trackId, String uploadId, String stage, ProgressState state, double fraction) {
        log.add("progress " + trackId + " " + uploadId + " " + stage + " " + state + " " + fraction);
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
