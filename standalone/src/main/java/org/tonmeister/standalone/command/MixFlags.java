package org.tonmeister.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonmeister.pipeline.options.InvalidOptionException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.schemas.record.MixOptions;
import picocli.CommandLine.Option;

/** The options of a mix on the command line. Their values are read by the same parser as those in record headers. */
final class MixFlags {
    private static final String STRENGTH_OF = "strength.";
    private static final String OVERRIDE_OF = "override.";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "flac (default), wav16, wav24, wav32f, mp3, m4a or opus")
    private String format;

    @Option(
            names = "--loudness",
            paramLabel = "LUFS",
            description =
                    "loudness to reach: LUFS from -40 to -5, streaming (-14), apple (-16), broadcast (-23), club (-9),"
                            + " or none: the models decide (default)")
    private String loudness;

    @Option(
            names = "--ceiling",
            paramLabel = "DBTP",
            description = "true-peak ceiling, dBTP from -20 to 0 (default: -1)")
    private String ceiling;

    @Option(
            names = "--strength",
            paramLabel = "0..1",
            description = "0 leaves the sound as it is, 1 is the models' whole will (default)")
    private String strength;

    @Option(
            names = "--strength-of",
            paramLabel = "PARAM=0..1",
            description = "strength of one parameter, multiplied with the overall one; may be repeated")
    private Map<String, String> strengths = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "PARAM=0..1",
            description =
                    "sets one parameter, whatever the models say; may be repeated. Parameters: inputGain, compression,"
                            + " highEq, midEq, lowEq, presence, reverb, delay, width, outputLevel")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "ensemble (default), one model's name, or all: a mix by each model beside the ensemble's")
    private String variant;

    /**
     * As names and texts, as they would stand in the headers of an upload.
     *
     * @throws UserException if one cannot be used
     */
    Map<String, String> asHeaders() {
        var headers = new LinkedHashMap<String, String>();
        put(headers, "format", format);
        put(headers, "loudness", loudness);
        put(headers, "ceiling", ceiling);
        put(headers, "strength", strength);
        put(headers, "variant", variant);
        strengths.forEach((parameter, value) -> put(headers, STRENGTH_OF + parameter, value));
        overrides.forEach((parameter, value) -> put(headers, OVERRIDE_OF + parameter, value));
        return headers;
    }

    /** @throws UserException if one cannot be used */
    MixOptions parse() {
        try {
            return MixOptionsParser.parse(asHeaders());
        } catch (InvalidOptionException e) {
            // The parser names options as record headers do.
            throw UserException.usage(
                    e.getMessage().replace("'" + OVERRIDE_OF, "'--set ").replace("'" + STRENGTH_OF, "'--strength-of "));
        }
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
