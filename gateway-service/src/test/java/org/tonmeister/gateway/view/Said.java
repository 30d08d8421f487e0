package org.tonmeister.gateway.view;

import java.nio.ByteBuffer;
import java.util.List;
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
import org.tonmeister.schemas.record.Upload;

/** What the stages say of a track and one of its uploads, as the services' records have it. */
record Said(String trackId, String uploadId) {
    static final ParameterValues NEUTRAL = new ParameterValues(0.5, 0.0, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0, 0.5, 0.5);
    private static final SourceDescription SOURCE =
            new SourceDescription("song.mp3", "mp3", "mp3", 44_100, 2, 16, true);

    Progress progress(String stage, ProgressState state, double fraction) {
        return new Progress(trackId, uploadId, stage, state, fraction, null, null, null);
    }

    Progress refusal(String stage, ProgressState state, String reason, String requestId, String orderId) {
        return new Progress(trackId, uploadId, stage, state, 0.0, reason, requestId, orderId);
    }

    Progress mixing(String variant, int revision, double fraction, String requestId) {
        return new Progress(
                trackId, uploadId, "mix", ProgressState.RUNNING, fraction, null, requestId, orderId(variant, revision));
    }

    MixOrder order(String variant, int revision, String requestId) {
        return new MixOrder(
                trackId,
                uploadId,
                orderId(variant, revision),
                revision,
                variant,
                NEUTRAL,
                List.of(model("analyser"), model("baseline-cnn"), model("enhanced-cnn"), model("ast")),
                List.of(),
                MixOptions.newBuilder().setVariant(variant).build(),
                range("test.audio"),
                441_000L,
                44_100,
                SOURCE,
                List.of(),
                requestId);
    }

    Mix mix(String variant, int revision, String requestId) {
        return new Mix(
                trackId,
                uploadId,
                orderId(variant, revision),
                revision,
                variant,
                "song.mixed.flac",
                "audio/flac",
                MixFormat.FLAC,
                range("test.mix-chunks"),
                report(),
                requestId);
    }

    String orderId(String variant, int revision) {
        return uploadId + "/" + variant + "/" + revision;
    }

    static Upload manifest(String fileName) {
        return Upload.newBuilder()
                .setFileName(fileName)
                .setMediaType("audio/mpeg")
                .setOptions(MixOptions.newBuilder().build())
                .setContent(range("test.upload-chunks"))
                .build();
    }

    private static LogRange range(String topic) {
        return new LogRange(topic, 0, 10L, 20L, "range", 11, 4_000_000L, ByteBuffer.wrap(new byte[32]));
    }

    private static MixReport report() {
        var figures = new LoudnessFigures(-14.0, 6.0, -1.0, -10.0, -12.0);
        return MixReport.newBuilder()
                .setParameters(NEUTRAL)
                .setModels(List.of(model("analyser"), model("baseline-cnn"), model("enhanced-cnn"), model("ast")))
                .setBefore(figures)
                .setAfter(figures)
                .setGainReduction(new GainReductionFigures(1.0, 3.0, 2.0, 1.0, 0.1))
                .setSource(SOURCE)
                .setSeconds(10)
                .setSampleRate(44_100)
                .setOptions(MixOptions.newBuilder().build())
                .build();
    }

    private static ModelPart model(String name) {
        return new ModelPart(name, name + "-v1", NEUTRAL, NEUTRAL, 2);
    }
}
