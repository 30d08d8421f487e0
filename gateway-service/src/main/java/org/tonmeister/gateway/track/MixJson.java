package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackWork;

/** Mixes as JSON. */
final class MixJson {
    private MixJson() {}

    static ObjectNode of(TrackMix mix, TrackLinks links) {
        MixReport report = mix.getReport();
        ObjectNode node = Json.object()
                .put("mixId", mix.getMixId())
                .put("requestId", mix.getRequestId())
                .put("variant", mix.getVariant())
                .put("revision", mix.getRevision())
                .put("format", word(mix.getFormat()))
                .put("mediaType", mix.getMediaType())
                .put("fileName", mix.getFileName())
                .put("bytes", mix.getContent().getBytes())
                .put("createdAt", Instant.ofEpochMilli(mix.getCreatedAt()).toString());
        node.set("options", options(report.getOptions()));
        node.set("parameters", RecordJson.of(report.getParameters()));
        node.set("report", report(report));
        node.set("links", Json.object().put("audio", links.audio(mix.getMixId())));
        return node;
    }

    static ObjectNode of(TrackWork work) {
        return Json.object()
                .put("requestId", work.getRequestId())
                .put("variant", work.getVariant())
                .put("revision", work.getRevision())
                .put("state", work.getState().name().toLowerCase(Locale.ROOT))
                .put("fraction", work.getFraction())
                .put("reason", work.getReason());
    }

    private static ObjectNode options(MixOptions options) {
        MixFormat format = options.getFormat() == null ? MixFormat.FLAC : options.getFormat();
        ObjectNode node = Json.object()
                .put("format", word(format))
                .put("loudness", options.getLoudnessLufs())
                .put("ceiling", options.getCeilingDbtp())
                .put("strength", options.getStrength());
        node.set("strengths", RecordJson.of(options.getStageStrengths()));
        node.set("overrides", RecordJson.of(options.getOverrides()));
        return node.put("variant", options.getVariant());
    }

    private static ObjectNode report(MixReport report) {
        ObjectNode node = Json.object();
        node.set("source", RecordJson.of(report.getSource()));
        node.put("seconds", report.getSeconds());
        node.put("sampleRate", report.getSampleRate());
        node.set("before", RecordJson.of(report.getBefore()));
        node.set("after", RecordJson.of(report.getAfter()));
        node.set("gainReduction", RecordJson.of(report.getGainReduction()));
        node.set("models", RecordJson.of(report.getModels()));
        node.set("missingModels", RecordJson.of(report.getMissingModels()));
        node.set("notes", RecordJson.of(report.getNotes()));
        return node;
    }

    private static String word(MixFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
