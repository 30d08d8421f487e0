package org.tonmeister.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.tonmeister.pipeline.logrange.LogRangeWriter;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ParameterValues;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.SourceDescription;

/** Writes what the services would: mixes and progress. */
final class MixFixture implements AutoCloseable {
    private final TestPipeline pipeline;
    private final LogRangeWriter chunks;

    MixFixture(TestPipeline pipeline) {
        this.pipeline = pipeline;
        this.chunks = LogRangeWriter.open(pipeline.settings());
    }

    Mix mix(String trackId, String uploadId, byte[] file) {
        LogRange content;
        try {
            content = chunks.write(Topic.MIX_CHUNKS, trackId, new ByteArrayInputStream(file), ignored -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return publish(new Mix(
                trackId,
                uploadId,
                uploadId + "-ensemble-1",
                1,
                "ensemble",
                trackId + ".flac",
                "audio/flac",
                MixFormat.FLAC,
                content,
                report(),
                null));
    }

    Mix publish(Mix mix) {
        pipeline.publish(Topic.MIXES, mix.getTrackId(), AvroSerde.of(Mix.class).encode(mix));
        return mix;
    }

    Progress progress(String trackId, String uploadId, ProgressState state, String reason) {
        var progress = new Progress(trackId, uploadId, "ingest", state, 0.5, reason, null, null);
        pipeline.publish(Topic.PROGRESS, trackId, AvroSerde.of(Progress.class).encode(progress));
        return progress;
    }

    @Override
    public void close() {
        chunks.close();
    }

    private static MixReport report() {
        var neutral = new ParameterValues(0.5, 0.0, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0, 0.5, 0.5);
        var figures = new LoudnessFigures(-14.0, 6.0, -1.0, -10.0, -12.0);
        return MixReport.newBuilder()
                .setParameters(neutral)
                .setModels(List.of())
                .setBefore(figures)
                .setAfter(figures)
                .setGainReduction(new GainReductionFigures(0.0, 0.0, 0.0, 0.0, 0.0))
                .setSource(new SourceDescription("song.wav", "wav", "pcm_s16le", 44_100, 2, 16, false))
                .setSeconds(1.0)
                .setSampleRate(44_100)
                .setOptions(MixOptions.newBuilder().build())
                .build();
    }
}
