package org.tonmeister.standalone.command;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import picocli.CommandLine.Option;

/** The ten parameters on the command line, in the order of the chain. */
final class ParameterFlags {
    @Option(names = "--input-gain", paramLabel = "GAIN", description = "0 to 1, or -12dB to +12dB (0.5 is 0 dB)")
    private String inputGain;

    @Option(names = "--compression", paramLabel = "RATIO", description = "0 to 1, or 1:1 to 8:1 (0 is 1:1)")
    private String compression;

    @Option(names = "--low-eq", paramLabel = "GAIN", description = "low shelf at 110 Hz; 0 to 1, or -12dB to +12dB")
    private String lowEq;

    @Option(names = "--mid-eq", paramLabel = "GAIN", description = "bell at 1.2 kHz; 0 to 1, or -12dB to +12dB")
    private String midEq;

    @Option(names = "--high-eq", paramLabel = "GAIN", description = "bell at 4 kHz; 0 to 1, or -12dB to +12dB")
    private String highEq;

    @Option(names = "--presence", paramLabel = "GAIN", description = "bell at 10 kHz; 0 to 1, or -12dB to +12dB")
    private String presence;

    @Option(names = "--reverb", paramLabel = "SEND", description = "0 to 1, or 0%% to 100%%")
    private String reverb;

    @Option(names = "--delay", paramLabel = "SEND", description = "0 to 1, or 0%% to 100%%")
    private String delay;

    @Option(
            names = "--width",
            paramLabel = "GAIN",
            description = "of the side signal; 0 to 1, or -12dB to +12dB (0.5 is 0 dB)")
    private String width;

    @Option(names = "--output-level", paramLabel = "GAIN", description = "0 to 1, or -12dB to +12dB (0.5 is 0 dB)")
    private String outputLevel;

    /**
     * These on top of {@code base}.
     *
     * @throws UserException if one cannot be used
     */
    Parameters over(Parameters base) {
        var parameters = base;
        for (var given : texts().entrySet()) {
            Parameter parameter = given.getKey();
            parameters =
                    parameters.with(parameter, ParameterText.parse(optionOf(parameter), parameter, given.getValue()));
        }
        return parameters;
    }

    /** {@code --input-gain} for {@code inputGain}. */
    private static String optionOf(Parameter parameter) {
        return "--" + parameter.jsonName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Map<Parameter, String> texts() {
        var texts = new EnumMap<Parameter, String>(Parameter.class);
        put(texts, Parameter.INPUT_GAIN, inputGain);
        put(texts, Parameter.COMPRESSION, compression);
        put(texts, Parameter.HIGH_EQ, highEq);
        put(texts, Parameter.MID_EQ, midEq);
        put(texts, Parameter.LOW_EQ, lowEq);
        put(texts, Parameter.PRESENCE, presence);
        put(texts, Parameter.REVERB, reverb);
        put(texts, Parameter.DELAY, delay);
        put(texts, Parameter.WIDTH, width);
        put(texts, Parameter.OUTPUT_LEVEL, outputLevel);
        return texts;
    }

    private static void put(Map<Parameter, String> texts, Parameter parameter, String text) {
        if (text != null) {
            texts.put(parameter, text);
        }
    }
}
