package org.tonmeister.feature;

import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.pipeline.worker.StageHandler;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.RecordPointer;

/** One window of PCM in, its feature records out. */
final class AudioHandler implements StageHandler {
    static final String STAGE = "features";
    private static final AvroSerde<AudioChunk> CHUNKS = AvroSerde.of(AudioChunk.class);

    private final List<WindowFeature<?>> features;

    /** @param features are closed with this handler */
    AudioHandler(List<WindowFeature<?>> features) {
        this.features = features;
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> record, StageContext context) {
        AudioChunk chunk = CHUNKS.decode(record.value());
        context.identify(chunk.getTrackId(), chunk.getUploadId());
        String pass = chunk.getPass() + "." + context.epoch();
        var window = Window.of(chunk, pass, new RecordPointer(record.partition(), record.offset()));
        context.audio(window.seconds());
        for (WindowFeature<?> feature : features) {
            send(feature, window, context);
        }
        if (chunk.getClosing() != null) {
            context.progress(chunk.getTrackId(), chunk.getUploadId(), STAGE, ProgressState.DONE, 1);
        }
    }

    @Override
    public void close() {
        features.forEach(WindowFeature::close);
    }

    private static <T extends SpecificRecordBase> void send(
            WindowFeature<T> feature, Window window, StageContext context) {
        context.send(feature.topic(), window.chunk().getTrackId(), feature.of(window));
    }
}
