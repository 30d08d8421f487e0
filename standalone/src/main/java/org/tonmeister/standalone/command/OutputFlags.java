package org.tonmeister.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonmeister.pipeline.options.InvalidOptionException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;
import picocli.CommandLine.Option;

/** What a rendered file shall be, read by the same parser as the options of a mix. */
final class OutputFlags {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "flac (default), wav16, wav24, wav32f, mp3, m4a or opus")
    private String format;

    @Option(
            names = "--loudness",
            paramLabel = "LUFS",
            description = "loudness to reach by the output level: LUFS from -40 to -5, streaming (-14), apple (-16),"
                    + " broadcast (-23), club (-9), or none (default)")
    private String loudness;

    @Option(
            names = "--ceiling",
            paramLabel = "DBTP",
            description = "true-peak ceiling, dBTP from -20 to 0 (default: -1)")
    private String ceiling;

    /** @throws UserException if one cannot be used */
    MixOptions parse() {
        var texts = new LinkedHashMap<String, String>();
        put(texts, "format", format);
        put(texts, "loudness", loudness);
        put(texts, "ceiling", ceiling);
        try {
            MixOptions options = MixOptionsParser.parse(texts);
            return options.getFormat() == null
                    ? MixOptions.newBuilder(options).setFormat(MixFormat.FLAC).build()
                    : options;
        } catch (InvalidOptionException e) {
            throw UserException.usage(e.getMessage());
        }
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }
}
