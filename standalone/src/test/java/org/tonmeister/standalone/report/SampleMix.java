package org.tonmeister.standalone.report;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.ParameterValues;
import org.tonmeister.schemas.record.SourceDescription;

/** A mix record with different numbers in all its places. */
public final class SampleMix {
    private SampleMix() {}

    /** As the mix service would write it, made by two models. */
    public static Mix of(String fileName) {
        return Mix.newBuilder()
                .setTrackId("song-0badcafe")
                .setUploadId("3-17")
                .setOrderId("3-17-ensemble-1")
                .setRevision(1)
                .setVariant("ensemble")
                .setFileName(fileName)
                .setMediaType("audio/flac")
                .setFormat(MixFormat.FLAC)
                .setContent(new LogRange(
                        "tonmeister.mix-chunks", 3, 40L, 45L, "range", 6, 2_900_000L, ByteBuffer.wrap(new byte[32])))
                .setReport(report())
                .build();
    }

    private static MixReport report() {
        return MixReport.newBuilder()
                .setParameters(new ParameterValues(0.62, 0.25, 0.41, 0.5, 0.375, 0.75, 0.1, 0.0, 1.0, 0.0))
                .setModels(List.of(
                        new ModelPart("analyser", "1", values(0.6), values(0.75), 6),
                        new ModelPart("cnn", "7b", values(0.7), values(0.25), 6)))
                .setMissingModels(List.of("ast"))
                .setBefore(new LoudnessFigures(-18.24, 6.1, -3.21, -12.5, -14.5))
                .setAfter(new LoudnessFigures(-14.02, 5.2, -1.04, -9.25, -11.75))
                .setGainReduction(new GainReductionFigures(1.5, 5.25, 2.0, 2.31, 0.123))
                .setSource(new SourceDescription(fileNameOfSource(), "mov,mp4,m4a", "aac", 96_000, 6, 16, true))
                .setSeconds(29.999)
                .setSampleRate(44_100)
                .setOptions(new MixOptions(
                        MixFormat.FLAC, -14.0, -1.0, 1.0, Map.of(), Map.of("width", 1.0, "delay", 0.0), "ensemble"))
                .setNotes(List.of(
                        "The file has six channels (5.1); they were mixed down to two by the weights of ITU-R BS.775, "
                                + "with the low-frequency channel left out."))
                .build();
    }

    private static String fileNameOfSource() {
        return "song.m4a";
    }

    private static ParameterValues values(double each) {
        return new ParameterValues(each, each, each, each, each, each, each, each, each, each);
    }
}
