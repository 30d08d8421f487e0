package org.tonmeister.training.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.MixdownResult;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;
import org.tonmeister.training.compare.result.Version.Rendering;
import org.tonmeister.training.compare.result.Version.Setting;

/**
 * A version whose file is written, and which is still to be measured.
 *
 * @param id of the version
 * @param kind of the version
 * @param file its name
 * @param opinion who wants it so, if it is a mix by a model or the ensemble
 * @param result what the chain did, unless it is the original
 */
record VersionDraft(String id, Kind kind, String file, Optional<Opinion> opinion, Optional<MixdownResult> result) {
    private static final int VALUE_DIGITS = 4;
    private static final int AMOUNT_DIGITS = 3;

    /** The version with its figures. */
    Version version(Sound sound, Bands bands) {
        return new Version(
                id,
                kind,
                opinion.map(Opinion::model).orElse(null),
                opinion.map(Opinion::version).orElse(null),
                opinion.map(Opinion::withReference).orElse(false),
                file,
                result.map(MixdownResult::parameters)
                        .map(VersionDraft::settings)
                        .orElse(null),
                Figures.of(sound.analysis(), sound.centroidHz()),
                bands.levelsDb(sound.analysis()),
                result.map(VersionDraft::rendering).orElse(null));
    }

    /** With the output level that a loudness asked for took. */
    private static Map<String, Setting> settings(Parameters parameters) {
        var settings = new LinkedHashMap<String, Setting>();
        for (Parameter parameter : Parameter.values()) {
            settings.put(
                    parameter.jsonName(),
                    new Setting(
                            Figures.rounded(parameters.get(parameter), VALUE_DIGITS),
                            Figures.rounded(parameters.units(parameter), AMOUNT_DIGITS),
                            parameter.unit()));
        }
        return settings;
    }

    private static Rendering rendering(MixdownResult result) {
        return new Rendering(
                Figures.rounded(result.gainReduction().compressorMeanDb(), 2),
                Figures.rounded(result.gainReduction().limiterMaxDb(), 2),
                Figures.rounded(result.gainReduction().limitedShare(), VALUE_DIGITS),
                Figures.rounded(result.extraOutputGainDb(), AMOUNT_DIGITS));
    }
}
