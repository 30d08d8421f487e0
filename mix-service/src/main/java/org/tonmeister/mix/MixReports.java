package org.tonmeister.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.SourceDescription;

/** Writes down what a mixdown did. */
public final class MixReports {
    private static final double LOUDNESS_TOLERANCE_LU = 0.5;

    private MixReports() {}

    /**
     * A report without models; who had some adds them.
     *
     * @param options as they were carried out, with a format
     * @param sampleRate of the PCM that was mixed, Hz
     * @param frames how many there were of it
     * @param notes what is to be said of the source
     */
    public static MixReport.Builder begin(
            MixdownResult result,
            MixOptions options,
            SourceDescription source,
            int sampleRate,
            long frames,
            List<String> notes) {
        var reduction = result.gainReduction();
        return MixReport.newBuilder()
                .setParameters(ParameterLists.values(result.parameters().toList()))
                .setModels(List.of())
                .setBefore(figures(result.before()))
                .setAfter(figures(result.after()))
                .setGainReduction(GainReductionFigures.newBuilder()
                        .setCompressorMeanDb(reduction.compressorMeanDb())
                        .setCompressorMaxDb(reduction.compressorMaxDb())
                        .setMakeUpDb(result.makeUpDb())
                        .setLimiterMaxDb(reduction.limiterMaxDb())
                        .setLimitedShare(reduction.limitedShare())
                        .build())
                .setSource(source)
                .setSeconds((double) frames / sampleRate)
                .setSampleRate(result.sampleRate())
                .setOptions(options)
                .setNotes(notes(result, options, sampleRate, notes));
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

    private static List<String> notes(MixdownResult result, MixOptions options, int sampleRate, List<String> first) {
        var notes = new ArrayList<>(first);
        if (result.sampleRate() != sampleRate) {
            notes.add("resampled from " + sampleRate + " to " + result.sampleRate() + " Hz for the output format");
        }
        if (result.removedOffset() > 0) {
            notes.add(text(
                    "a DC offset of %.0f dBFS was taken out of the source", 20 * Math.log10(result.removedOffset())));
        }
        if (result.extraOutputGainDb() != 0) {
            notes.add(text(
                    "%+.1f dB beyond the output level's range, for the loudness target", result.extraOutputGainDb()));
        }
        Double target = options.getLoudnessLufs();
        double lufs = result.after().loudness().integratedLufs();
        if (target != null && Math.abs(lufs - target) > LOUDNESS_TOLERANCE_LU) {
            notes.add(text("the loudness target of %.1f LUFS was missed: %.1f LUFS", target, lufs));
        }
        return notes;
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
