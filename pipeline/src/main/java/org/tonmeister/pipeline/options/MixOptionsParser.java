package org.tonmeister.pipeline.options;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tonmeister.schemas.record.MixOptions;

/**
 * Reads the options of a mix from names and texts, as they stand in record headers, on the command line and in HTTP
 * queries.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><td>{@code format}</td><td>flac, wav16, wav24, wav32f, mp3, m4a, opus; {@code wav} is wav24</td></tr>
 * <tr><td>{@code loudness}</td><td>LUFS from -40 to -5, or streaming (-14), apple (-16), broadcast (-23), club (-9), or
 * none: the models decide</td></tr>
 * <tr><td>{@code ceiling}</td><td>dBTP from -20 to 0</td></tr>
 * <tr><td>{@code strength}, {@code strength.<parameter>}</td><td>0 to 1</td></tr>
 * <tr><td>{@code override.<parameter>}</td><td>0 to 1: the parameter's value, whatever the models say</td></tr>
 * <tr><td>{@code variant}</td><td>ensemble, all, or a model's name</td></tr>
 * </table>
 */
public final class MixOptionsParser {
    private static final String FORMAT = "format";
    private static final String LOUDNESS = "loudness";
    private static final String CEILING = "ceiling";
    private static final String STRENGTH = "strength";
    private static final String VARIANT = "variant";
    private static final String STRENGTH_OF = "strength.";
    private static final String OVERRIDE_OF = "override.";
    private static final String NAMES =
            "format, loudness, ceiling, strength, strength.<parameter>," + " override.<parameter>, variant";
    private static final Pattern VARIANT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final double MIN_CEILING_DBTP = -20;
    private static final double MAX_CEILING_DBTP = 0;

    private MixOptionsParser() {}

    /** Whether {@code name} is the name of an option: other headers and query parameters are not ours to judge. */
    public static boolean isOption(String name) {
        return switch (name) {
            case FORMAT, LOUDNESS, CEILING, STRENGTH, VARIANT -> true;
            default -> name.startsWith(STRENGTH_OF) || name.startsWith(OVERRIDE_OF);
        };
    }

    /**
     * The options; what is not given has its default.
     *
     * @throws InvalidOptionException if a name or value is not allowed
     */
    public static MixOptions parse(Map<String, String> options) {
        var parsed = MixOptions.newBuilder();
        var strengths = new HashMap<String, Double>();
        var overrides = new HashMap<String, Double>();
        // In the order of the names, so that of several mistakes the same one is told each time.
        new TreeMap<>(options).forEach((name, raw) -> {
            String text = raw.strip();
            switch (name) {
                case FORMAT -> parsed.setFormat(FormatOption.parse(text));
                case LOUDNESS -> parsed.setLoudnessLufs(LoudnessOption.parse(text));
                case CEILING ->
                    parsed.setCeilingDbtp(NumberOption.parse(name, text, MIN_CEILING_DBTP, MAX_CEILING_DBTP, "dBTP"));
                case STRENGTH -> parsed.setStrength(share(name, text));
                case VARIANT -> parsed.setVariant(variant(text));
                default -> {
                    if (name.startsWith(STRENGTH_OF)) {
                        strengths.put(ParameterNames.canonical(name, STRENGTH_OF), share(name, text));
                    } else if (name.startsWith(OVERRIDE_OF)) {
                        overrides.put(ParameterNames.canonical(name, OVERRIDE_OF), share(name, text));
                    } else {
                        throw new InvalidOptionException("Option '" + name + "' is not known: there are " + NAMES);
                    }
                }
            }
        });
        return parsed.setStageStrengths(strengths).setOverrides(overrides).build();
    }

    private static double share(String name, String text) {
        return NumberOption.parse(name, text, 0, 1, "");
    }

    private static String variant(String text) {
        if (!VARIANT_NAME.matcher(text).matches()) {
            throw new InvalidOptionException(
                    "Option variant is '" + text + "': must be ensemble, all, or the name of a model");
        }
        return text;
    }
}
