package org.tonmeister.mix;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.codec.Cover;
import org.tonmeister.audio.codec.PcmEncoding;
import org.tonmeister.audio.mixdown.Track;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.logrange.RecordFormat;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.TrackMetadata;

/** The PCM that an order points at, read from the log each time, one chunk in memory. */
final class LoggedTrack implements Track {
    private final LogRangeReader ranges;
    private final MixOrder order;
    private final StageContext context;
    private final MixProgress progress;
    private float[][] block = new float[2][0];
    private TrackMetadata metadata;

    LoggedTrack(LogRangeReader ranges, MixOrder order, StageContext context, MixProgress progress) {
        this.ranges = ranges;
        this.order = order;
        this.context = context;
        this.progress = progress;
    }

    @Override
    public int sampleRate() {
        return order.getSampleRate();
    }

    @Override
    public void read(BlockSink sink) throws IOException {
        ranges.read(order.getAudio(), RecordFormat.audioChunks(), chunk -> {
            context.checkCancelled();
            if (chunk.getMetadata() != null) {
                metadata = chunk.getMetadata();
            }
            sink.accept(decoded(chunk), chunk.getFrames());
            progress.read(chunk.getFrames());
        });
    }

    /** The source's tags; known once the track has been read. */
    Map<String, String> tags() {
        return metadata == null ? Map.of() : metadata.getTags();
    }

    /** The source's cover art; known once the track has been read. */
    Optional<Cover> cover() {
        return Optional.ofNullable(metadata).map(TrackMetadata::getCover).map(LoggedTrack::toCover);
    }

    private static Cover toCover(org.tonmeister.schemas.record.Cover cover) {
        byte[] bytes = new byte[cover.getBytes().remaining()];
        cover.getBytes().duplicate().get(bytes);
        return new Cover(cover.getMediaType(), bytes);
    }

    private float[][] decoded(AudioChunk chunk) {
        if (block[0].length < chunk.getFrames()) {
            block = new float[2][chunk.getFrames()];
        }
        PcmEncoding.valueOf(chunk.getEncoding().name()).decode(chunk.getPcm(), block);
        return block;
    }
}
