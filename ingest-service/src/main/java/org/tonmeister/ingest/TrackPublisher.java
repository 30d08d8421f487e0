package org.tonmeister.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.codec.WindowCutter;
import org.tonmeister.pipeline.logrange.LogRangeBuilder;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.Cover;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.PcmEncoding;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.schemas.record.TrackClosing;
import org.tonmeister.schemas.record.TrackMetadata;

/** Publishes one decoded track as a log range of {@code AudioChunk}s. */
final class TrackPublisher {
    static final String STAGE = "ingest";
    /** The first slice is small, so that the next stage starts soon; the others spare transactions. */
    private static final int FIRST_SLICE_BYTES = 2 << 20;

    private static final int SLICE_BYTES = 12 << 20;

    private final StageContext context;
    private final String trackId;
    private final String uploadId;
    private final LogRangeBuilder range = new LogRangeBuilder(UUID.randomUUID().toString());
    private long frames;
    private int windows;

    TrackPublisher(StageContext context, String trackId, String uploadId) {
        this.context = context;
        this.trackId = trackId;
        this.uploadId = uploadId;
    }

    /** @throws AudioFormatException if the file turns out damaged while it is read; what was sent stays without effect */
    void publish(AudioReader reader, String fileName, MixOptions options) throws AudioFormatException, IOException {
        SourceInfo source = reader.info();
        var cutter = new WindowCutter(reader::read, source.sampleRate());
        int sliceLimit = FIRST_SLICE_BYTES;
        while (cutter.next()) {
            context.checkCancelled();
            byte[] pcm = source.encoding().encode(cutter.samples(), 0, cutter.frames());
            range.append(ByteBuffer.wrap(pcm));
            var chunk = chunk(source, cutter.frames(), pcm);
            frames += cutter.frames();
            windows++;
            if (cutter.last()) {
                chunk.setClosing(closing(reader, fileName, options));
            }
            context.send(Topic.AUDIO, trackId, chunk.build(), range.header());
            if (context.pendingBytes() >= sliceLimit && !cutter.last()) {
                progress(ProgressState.RUNNING, done(source));
                context.commitSlice();
                sliceLimit = SLICE_BYTES;
            }
        }
        if (windows == 0) {
            throw new AudioFormatException("holds no audio");
        }
        context.audio((double) frames / source.sampleRate());
        progress(ProgressState.DONE, 1);
    }

    private AudioChunk.Builder chunk(SourceInfo source, int windowFrames, byte[] pcm) {
        return AudioChunk.newBuilder()
                .setTrackId(trackId)
                .setUploadId(uploadId)
                .setPass(context.epoch())
                .setWindow(windows)
                .setFirstFrame(frames)
                .setFrames(windowFrames)
                .setSampleRate(source.sampleRate())
                .setChannels(2)
                .setEncoding(PcmEncoding.valueOf(source.encoding().name()))
                .setPcm(ByteBuffer.wrap(pcm))
                .setMetadata(windows == 0 ? metadata(source) : null);
    }

    private static TrackMetadata metadata(SourceInfo source) {
        var cover = source.cover().map(c -> Cover.newBuilder()
                .setMediaType(c.mediaType())
                .setBytes(ByteBuffer.wrap(c.bytes()))
                .build());
        return TrackMetadata.newBuilder()
                .setTags(source.tags())
                .setCover(cover.orElse(null))
                .build();
    }

    private TrackClosing closing(AudioReader reader, String fileName, MixOptions options) {
        SourceInfo source = reader.info();
        return TrackClosing.newBuilder()
                .setWindows(windows)
                .setFrames(frames)
                .setSampleRate(source.sampleRate())
                .setRangeId(range.rangeId())
                .setBytes(range.bytes())
                .setSha256(range.sha256SoFar())
                .setSource(SourceDescription.newBuilder()
                        .setFileName(fileName)
                        .setContainer(source.container())
                        .setCodec(source.codec())
                        .setSampleRate(source.sampleRate())
                        .setChannels(source.channels())
                        .setBitsPerSample(source.bitsPerSample())
                        .setLossy(source.lossy())
                        .build())
                .setOptions(options)
                .setNotes(reader.notes())
                .build();
    }

    private double done(SourceInfo source) {
        return source.declaredFrames().isPresent()
                ? Math.min(1.0, (double) frames / source.declaredFrames().getAsLong())
                : 0;
    }

    private void progress(ProgressState state, double fraction) {
        context.progress(trackId, uploadId, STAGE, state, fraction);
    }
}
