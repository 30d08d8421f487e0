package org.tonmeister.pipeline.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonmeister.schemas.record.MixFormat;

/** The option {@code format}. */
final class FormatOption {
    private static final String PLAIN_WAV = "wav";

    private FormatOption() {}

    static MixFormat parse(String text) {
        if (text.equalsIgnoreCase(PLAIN_WAV)) {
            return MixFormat.WAV24;
        }
        return Arrays.stream(MixFormat.values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidOptionException("Option format is '" + text + "': must be one of " + allowed()));
    }

    private static String allowed() {
        return Arrays.stream(MixFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
