package org.tonmeister.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixReport;

/** Writes down what was done. */
final class Reports {
    private static final double LOUDNESS_TOLERANCE_LU = 0.5;

    private Reports() {}

    static MixReport of(MixOrder order, Survey survey, Takes.Final result) {
        var reduction = result.take().gainReduction();
        return MixReport.newBuilder()
                .setParameters(
                        ParameterLists.values(result.settings().parameters().toList()))
                .setModels(order.getModels())
                .setMissingModels(order.getMissingModels())
                .setBefore(survey.before())
                .setAfter(result.take().after())
                .setGainReduction(GainReductionFigures.newBuilder()
                        .setCompressorMeanDb(reduction.compressorMeanDb())
                        .setCompressorMaxDb(reduction.compressorMaxDb())
                        .setMakeUpDb(survey.makeUpDb())
                        .setLimiterMaxDb(reduction.limiterMaxDb())
                        .setLimitedShare(reduction.limitedShare())
                        .build())
                .setSource(order.getSource())
                .setSeconds((double) order.getFrames() / order.getSampleRate())
                .setSampleRate(result.take().sampleRate())
                .setOptions(withFormat(order.getOptions()))
                .setNotes(notes(order, result))
                .build();
    }

    /** The options with the format that was taken, where none was asked for. */
    private static MixOptions withFormat(MixOptions options) {
        return MixOptions.newBuilder(options)
                .setFormat(MixFormat.valueOf(Formats.of(options).name()))
                .build();
    }

    private static List<String> notes(MixOrder order, Takes.Final result) {
        var notes = new ArrayList<>(order.getNotes());
        int fileRate = result.take().sampleRate();
        if (fileRate != order.getSampleRate()) {
            notes.add("resampled from " + order.getSampleRate() + " to " + fileRate + " Hz for the output format");
        }
        double extra = result.settings().chain().extraOutputGainDb();
        if (extra != 0) {
            notes.add(String.format(
                    Locale.ROOT, "%+.1f dB beyond the output level's range, for the loudness target", extra));
        }
        Double target = order.getOptions().getLoudnessLufs();
        double lufs = result.take().after().getLufs();
        if (target != null && Math.abs(lufs - target) > LOUDNESS_TOLERANCE_LU) {
            notes.add(
                    String.format(Locale.ROOT, "the loudness target of %.1f LUFS was missed: %.1f LUFS", target, lufs));
        }
        return notes;
    }
}
