package org.tonmeister.standalone.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonmeister.audio.dsp.Parameter;

/** A parameter's value as users write it: a number from 0 to 1, or a figure with its unit. */
final class ParameterText {
    private static final Pattern FIGURE = Pattern.compile(
            "([+-]?(?:\\d{1,9}(?:\\.\\d{0,18})?|\\.\\d{1,18}))\\s*(dB|:\\s*1|%|)", Pattern.CASE_INSENSITIVE);

    private ParameterText() {}

    /**
     * The value from 0 to 1.
     *
     * @param option as it stands on the command line, for complaints
     * @throws UserException if it cannot be used
     */
    static double parse(String option, Parameter parameter, String text) {
        Matcher figure = FIGURE.matcher(text.strip());
        if (!figure.matches()) {
            throw complaint(option, parameter, text);
        }
        double number = Double.parseDouble(figure.group(1));
        String unit = figure.group(2).replaceAll("\\s", "");
        if (unit.isEmpty()) {
            if (number >= 0 && number <= 1) {
                return number;
            }
        } else if (unit.equalsIgnoreCase(parameter.unit())
                && number >= parameter.minUnits()
                && number <= parameter.maxUnits()) {
            return parameter.fromUnits(number);
        }
        throw complaint(option, parameter, text);
    }

    /** What a parameter's figures are, such as {@code -12 to +12 dB}. */
    static String range(Parameter parameter) {
        String pattern =
                switch (parameter.unit()) {
                    case "dB" -> "%+.0f to %+.0f dB";
                    case ":1" -> "%.0f:1 to %.0f:1";
                    default -> "%.0f%% to %.0f%%";
                };
        return String.format(Locale.ROOT, pattern, parameter.minUnits(), parameter.maxUnits());
    }

    private static UserException complaint(String option, Parameter parameter, String text) {
        return UserException.usage(
                option + " is '" + text + "': must be a number from 0 to 1, or from " + range(parameter));
    }
}
