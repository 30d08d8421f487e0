package org.tonmeister.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.GainReductionFigures;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.standalone.sound.SourceFile;

/** Writes down what was rendered by hand, as the report of a mix without models. */
final class RenderReport {
    private static final double LOUDNESS_TOLERANCE_LU = 0.5;

    private RenderReport() {}

    static MixReport of(SourceFile track, MixdownResult result, MixOptions options) {
        var reduction = result.gainReduction();
        return MixReport.newBuilder()
                .setParameters(ParameterLists.values(result.parameters().toList()))
                .setModels(List.of())
                .setMissingModels(List.of())
                .setBefore(figures(result.before()))
                .setAfter(figures(result.after()))
                .setGainReduction(GainReductionFigures.newBuilder()
                        .setCompressorMeanDb(reduction.compressorMeanDb())
                        .setCompressorMaxDb(reduction.compressorMaxDb())
                        .setMakeUpDb(result.makeUpDb())
                        .setLimiterMaxDb(reduction.limiterMaxDb())
                        .setLimitedShare(reduction.limitedShare())
                        .build())
                .setSource(source(track))
                .setSeconds((double) track.frames() / track.sampleRate())
                .setSampleRate(result.sampleRate())
                .setOptions(options)
                .setNotes(notes(track, result, options))
                .build();
    }

    /** The parameters in one line, for tags. */
    static String describe(Parameters parameters) {
        return parameters.toMap().entrySet().stream()
                .map(value -> String.format(Locale.ROOT, "%s=%.4f", value.getKey(), value.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static SourceDescription source(SourceFile track) {
        SourceInfo info = track.info();
        return SourceDescription.newBuilder()
                .setFileName(String.valueOf(track.path().getFileName()))
                .setContainer(info.container())
                .setCodec(info.codec())
                .setSampleRate(info.sampleRate())
                .setChannels(info.channels())
                .setBitsPerSample(info.bitsPerSample())
                .setLossy(info.lossy())
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

    private static List<String> notes(SourceFile track, MixdownResult result, MixOptions options) {
        var notes = new ArrayList<>(track.notes());
        if (result.sampleRate() != track.sampleRate()) {
            notes.add("resampled from " + track.sampleRate() + " to " + result.sampleRate()
                    + " Hz for the output format");
        }
        if (result.removedOffset() > 0) {
            notes.add(text("a DC offset of %.0f dBFS was taken out", 20 * Math.log10(result.removedOffset())));
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
