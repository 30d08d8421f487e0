package org.tonmeister.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixReport;

/** Writes down what was done. */
final class Reports {
    private static final double LOUDNESS_TOLERANCE_LU = 0.5;

    private Reports() {}

    static MixReport of(MixOrder order, MixdownResult result) {
        var reduction = result.gainReduction();
        return MixReport.newBuilder()
                .setParameters(ParameterLists.values(result.parameters().toList()))
                .setModels(order.getModels())
                .setMissingModels(order.getMissingModels())
                .setBefore(figures(result.before()))
                .setAfter(figures(result.after()))
                .setGainReduction(GainReductionFigures.newBuilder()
                        .setCompressorMeanDb(reduction.compressorMeanDb())
                        .setCompressorMaxDb(reduction.compressorMaxDb())
                        .setMakeUpDb(result.makeUpDb())
                        .setLimiterMaxDb(reduction.limiterMaxDb())
                        .setLimitedShare(reduction.limitedShare())
                        .build())
                .setSource(order.getSource())
                .setSeconds((double) order.getFrames() / order.getSampleRate())
                .setSampleRate(result.sampleRate())
                .setOptions(withFormat(order.getOptions()))
                .setNotes(notes(order, result))
                .build();
    }

    private static LoudnessFigures figures(Measurement measured) {
        return LoudnessFigures.newBuilder()
                .setLufs(measured.loudness().integratedLufs())
                .setLra(measured.loudness().rangeLu())
                .setTruePeakDbtp(measured.truePeakDbtp())
                .setMaxMomentaryLufs(measured.loudness().maxMomentaryLufs())
                .setMaxShortTermLufs(measured.loudness().maxShortTermLufs())
                .build();
    }

    /** The options with the format that was taken, where none was asked for. */
    private static MixOptions withFormat(MixOptions options) {
        return MixOptions.newBuilder(options)
                .setFormat(MixFormat.valueOf(Formats.of(options).name()))
                .build();
    }

    private static List<String> notes(MixOrder order, MixdownResult result) {
        var notes = new ArrayList<>(order.getNotes());
        int fileRate = result.sampleRate();
        if (fileRate != order.getSampleRate()) {
            notes.add("resampled from " + order.getSampleRate() + " to " + fileRate + " Hz for the output format");
        }
        if (result.removedOffset() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "a DC offset of %.0f dBFS was taken out of the source",
                    20 * Math.log10(result.removedOffset())));
        }
        double extra = result.extraOutputGainDb();
        if (extra != 0) {
            notes.add(String.format(
                    Locale.ROOT, "%+.1f dB beyond the output level's range, for the loudness target", extra));
        }
        Double target = order.getOptions().getLoudnessLufs();
        double lufs = result.after().loudness().integratedLufs();
        if (target != null && Math.abs(lufs - target) > LOUDNESS_TOLERANCE_LU) {
            notes.add(
                    String.format(Locale.ROOT, "the loudness target of %.1f LUFS was missed: %.1f LUFS", target, lufs));
        }
        return notes;
    }
}
