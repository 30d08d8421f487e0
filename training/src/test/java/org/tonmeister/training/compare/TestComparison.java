package org.tonmeister.training.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Comparison.Band;
import org.tonmeister.training.compare.result.Comparison.LeftOut;
import org.tonmeister.training.compare.result.Comparison.Reference;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Song;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;
import org.tonmeister.training.compare.result.Version.Rendering;
import org.tonmeister.training.compare.result.Version.Setting;

/** A comparison with known figures: original, untouched, two models, the ensemble, one model and it with a reference. */
public final class TestComparison {
    private TestComparison() {}

    /** @param title of the song, in its tags and, with an ending, as its file's name */
    public static Comparison of(String title) {
        List<Version> versions = List.of(
                version("original", Kind.ORIGINAL, null, false, -20, Map.of()),
                version("untouched", Kind.UNTOUCHED, null, false, -14, Map.of()),
                version("analyser", Kind.MODEL, "analyser", false, -14, Map.of(Parameter.HIGH_EQ, 0.75)),
                version("baseline-cnn", Kind.MODEL, "baseline-cnn", false, -15, Map.of(Parameter.COMPRESSION, 1 / 3.0)),
                version("ensemble", Kind.ENSEMBLE, "ensemble", false, -14, Map.of(Parameter.REVERB, 0.12)),
                version("baseline-cnn-with-reference", Kind.MODEL, "baseline-cnn", true, -14, Map.of()),
                version("ensemble-with-reference", Kind.ENSEMBLE, "ensemble", true, -14, Map.of()));
        var distances = versions.stream()
                .map(row -> Arrays.asList(0.0, null, 0.5, 1.0, 0.25, 0.125, 0.75))
                .toList();
        return new Comparison(
                new Song(title + ".mp3", "mp3", "mp3", 44_100, 2, 0, 30.02, 6, Map.of("title", title), List.of(title)),
                new Reference(title + "2.mp3", figures(-9), List.of(-30.0, -20.0, -40.0)),
                "flac",
                null,
                "equal",
                List.of(new LeftOut("ast", title)),
                versions,
                List.of(new Band("31.5", 31.62), new Band("1k", 1000), new Band("16k", 15848.93)),
                distances);
    }

    private static Version version(
            String id, Kind kind, String model, boolean referred, double lufs, Map<Parameter, Double> set) {
        boolean original = kind == Kind.ORIGINAL;
        return new Version(
                id,
                kind,
                model,
                model == null ? null : "1",
                referred,
                id + ".flac",
                original ? null : settings(set),
                figures(lufs),
                List.of(-30.0, lufs, original ? -120.0 : -60.0),
                original ? null : new Rendering(1.2, 3.4, 0.05, 0));
    }

    private static Map<String, Setting> settings(Map<Parameter, Double> set) {
        var settings = new LinkedHashMap<String, Setting>();
        for (Parameter parameter : Parameter.values()) {
            double value = set.getOrDefault(parameter, parameter.neutral());
            settings.put(parameter.jsonName(), new Setting(value, parameter.toUnits(value), parameter.unit()));
        }
        return settings;
    }

    private static Figures figures(double lufs) {
        return new Figures(lufs, 5.5, -1, 12.25, 1500, -9.5);
    }
}
