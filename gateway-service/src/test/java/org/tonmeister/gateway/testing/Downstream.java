package org.tonmeister.gateway.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.ParameterValues;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.SourceDescription;

/** Writes what the services behind the gateway write. */
public final class Downstream implements AutoCloseable {
    private static final ParameterValues VALUES =
            new ParameterValues(0.5, 0.25, 0.5, 0.5, 0.5, 0.5, 0.1, 0.0, 0.5, 0.5);
    private static final SourceDescription SOURCE =
            new SourceDescription("song.wav", "wav", "pcm_s16le", 44_100, 2, 16, false);
    private static final List<ModelPart> MODELS = List.of(
            new ModelPart("analyser", "1", VALUES, new ParameterValues(1., 1., 1., 1., 1., 1., 1., 1., 1., 1.), 3));

    private final TestPipeline pipeline;
    private final LogRangeWriter chunks;

    /** For a test's own topics. */
    public Downstream(TestPipeline pipeline) {
        this.pipeline = pipeline;
        this.chunks = LogRangeWriter.open(pipeline.settings());
    }

    /** A stage's word. */
    public void progress(String trackId, String uploadId, String stage, ProgressState state, String reason) {
        var progress = new Progress(trackId, uploadId, stage, state, 0.5, reason, null, null);
        pipeline.publish(Topic.PROGRESS, trackId, AvroSerde.of(Progress.class).encode(progress));
    }

    /** The ensemble's order. */
    public void order(String trackId, String uploadId) {
        var order = MixOrder.newBuilder()
                .setTrackId(trackId)
                .setUploadId(uploadId)
                .setOrderId(orderId(uploadId, 1))
                .setRevision(1)
                .setVariant("ensemble")
                .setParameters(VALUES)
                .setModels(MODELS)
                .setOptions(MixOptions.newBuilder().build())
                .setAudio(new LogRange("none", 0, 0L, 0L, "none", 1, 1L, ByteBuffer.allocate(32)))
                .setFrames(44_100L)
                .setSampleRate(44_100)
                .setSource(SOURCE)
                .build();
        pipeline.publish(Topic.MIX_ORDERS, trackId, AvroSerde.of(MixOrder.class).encode(order));
    }

    /** A finished mix of these bytes. */
    public void mix(String trackId, String uploadId, byte[] file) {
        mix(trackId, uploadId, 1, range(trackId, file));
    }

    /** So many finished mixes, one after the other asked for. */
    public void mixes(String trackId, String uploadId, int count) {
        LogRange content = range(trackId, new byte[] {1});
        for (int revision = 1; revision <= count; revision++) {
            mix(trackId, uploadId, revision, content);
        }
    }

    private void mix(String trackId, String uploadId, int revision, LogRange content) {
        var mix = Mix.newBuilder()
                .setTrackId(trackId)
                .setUploadId(uploadId)
                .setOrderId(orderId(uploadId, revision))
                .setRevision(revision)
                .setVariant("ensemble")
                .setFileName("Größe \"1\".mixed.flac")
                .setMediaType("audio/flac")
                .setFormat(MixFormat.FLAC)
                .setContent(content)
                .setReport(report())
                .build();
        pipeline.publish(Topic.MIXES, trackId, AvroSerde.of(Mix.class).encode(mix));
    }

    /** A record that nobody could work on. */
    public void deadLetter(String trackId, byte[] value, String reason) {
        var place = pipeline.publish(Topic.UPLOADS, trackId, value);
        pipeline.publish(
                Topic.DEAD_LETTERS,
                trackId,
                value,
                new TextHeader(RecordHeaders.DEAD_LETTER_REASON, reason),
                new TextHeader(RecordHeaders.DEAD_LETTER_STAGE, "ingest"),
                new TextHeader(RecordHeaders.DEAD_LETTER_TOPIC, pipeline.name(Topic.UPLOADS)),
                new TextHeader(RecordHeaders.DEAD_LETTER_PARTITION, Integer.toString(place.partition())),
                new TextHeader(RecordHeaders.DEAD_LETTER_OFFSET, Long.toString(place.offset())));
    }

    @Override
    public void close() {
        chunks.close();
    }

    private LogRange range(String trackId, byte[] file) {
        try {
            return chunks.write(Topic.MIX_CHUNKS, trackId, new ByteArrayInputStream(file), bytes -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String orderId(String uploadId, int revision) {
        return uploadId + "|ensemble|" + revision;
    }

    private static MixReport report() {
        return MixReport.newBuilder()
                .setParameters(VALUES)
                .setModels(MODELS)
                .setBefore(new LoudnessFigures(Double.NEGATIVE_INFINITY, 6.0, -1.0, -10.0, -12.0))
                .setAfter(new LoudnessFigures(-14.0, 6.0, -1.0, -10.0, -12.0))
                .setGainReduction(new GainReductionFigures(0.0, 0.0, 0.0, 0.0, 0.0))
                .setSource(SOURCE)
                .setSeconds(1.0)
                .setSampleRate(44_100)
                .setOptions(MixOptions.newBuilder()
                        .setStageStrengths(Map.of("reverb", 0.5))
                        .setOverrides(Map.of())
                        .build())
                .build();
    }
}
