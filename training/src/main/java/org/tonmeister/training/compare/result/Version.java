package org.tonmeister.training.compare.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.dsp.Parameter;

/**
 * The song in one of its versions.
 *
 * @param id letters, digits, dots and hyphens; unique
 * @param kind what it is
 * @param model who set the parameters; null for the original and the untouched version
 * @param modelVersion of that model; null likewise
 * @param withReference whether the model heard the reference too
 * @param file name of the audio file, which lies beside the page
 * @param settings the ten by {@link Parameter#jsonName}, in their order; null for the original
 * @param figures what meters say
 * @param bandsDb spectrum, one level for each band
 * @param rendering what the chain did; null for the original
 */
public record Version(
        String id,
        Kind kind,
        String model,
        String modelVersion,
        boolean withReference,
        String file,
        Map<String, Setting> settings,
        Figures figures,
        List<Double> bandsDb,
        Rendering rendering) {
    /** What a version is. */
    public enum Kind {
        /** The song as it came. */
        ORIGINAL,
        /** Brought to the loudness of the mixes, and else as it came. */
        UNTOUCHED,
        /** A mix by one model. */
        MODEL,
        /** A mix by all of them. */
        ENSEMBLE
    }

    /**
     * A parameter.
     *
     * @param value from 0 to 1
     * @param amount what that means
     * @param unit of the amount: {@code dB}, {@code :1} or {@code %}
     */
    public record Setting(double value, double amount, String unit) {}

    /**
     * What the chain did.
     *
     * @param compressorMeanDb mean gain reduction of the compressor
     * @param limiterMaxDb largest gain reduction of the limiter
     * @param limitedShare part of the time in which the limiter worked
     * @param extraOutputGainDb gain for the loudness asked for beyond the output level's range
     */
    public record Rendering(
            double compressorMeanDb, double limiterMaxDb, double limitedShare, double extraOutputGainDb) {}

    /** The name for people. */
    public String label() {
        return switch (kind) {
            case ORIGINAL -> "original";
            case UNTOUCHED -> "untouched";
            case MODEL, ENSEMBLE -> withReference ? model + " + reference" : model;
        };
    }

    /** How it is set, unless it is the original. */
    public Optional<Setting> setting(Parameter parameter) {
        return Optional.ofNullable(settings).map(all -> all.get(parameter.jsonName()));
    }
}
