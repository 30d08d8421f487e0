package org.tonmeister.pipeline.options;

import java.util.Locale;

/** The option {@code loudness}: LUFS, or the name of a usual target. */
final class LoudnessOption {
    private static final double MIN_LUFS = -40;
    private static final double MAX_LUFS = -5;

    private LoudnessOption() {}

    /** The loudness in LUFS; null: the models decide. */
    static Double parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> null;
            case "streaming" -> -14.0;
            case "apple" -> -16.0;
            case "broadcast" -> -23.0;
            case "club" -> -9.0;
            default ->
                NumberOption.parse(
                        "loudness", text, MIN_LUFS, MAX_LUFS, "LUFS, or streaming, apple, broadcast, club or none");
        };
    }
}
