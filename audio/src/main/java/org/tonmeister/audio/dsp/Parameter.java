package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The ten mixing parameters, in the order of every list and map of them. A parameter's value is a number in [0, 1];
 * {@link #toUnits} and {@link #fromUnits} are the one place where it is given a meaning.
 */
public enum Parameter {
    INPUT_GAIN("inputGain", "Input gain", Scale.DECIBELS, 0.5),
    COMPRESSION("compression", "Compression", Scale.RATIO, 0),
    HIGH_EQ("highEq", "High EQ", Scale.DECIBELS, 0.5),
    MID_EQ("midEq", "Mid EQ", Scale.DECIBELS, 0.5),
    LOW_EQ("lowEq", "Low EQ", Scale.DECIBELS, 0.5),
    PRESENCE("presence", "Presence", Scale.DECIBELS, 0.5),
    REVERB("reverb", "Reverb send", Scale.SEND, 0),
    DELAY("delay", "Delay send", Scale.SEND, 0),
    WIDTH("width", "Stereo width", Scale.DECIBELS, 0.5),
    OUTPUT_LEVEL("outputLevel", "Output level", Scale.DECIBELS, 0.5);

    private final String jsonName;
    private final String label;
    private final Scale scale;
    private final double neutral;

    Parameter(String jsonName, String label, Scale scale, double neutral) {
        this.jsonName = jsonName;
        this.label = label;
        this.scale = scale;
        this.neutral = neutral;
    }

    /** The name in JSON, on the command line and in maps. */
    public String jsonName() {
        return jsonName;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The unit of {@link #toUnits}: {@code dB}, {@code :1} (a compression ratio) or {@code %} (of a full send). */
    public String unit() {
        return scale.unit;
    }

    /** The value that leaves the sound untouched. */
    public double neutral() {
        return neutral;
    }

    /** What 0 means, in units. */
    public double minUnits() {
        return toUnits(0);
    }

    /** What 1 means, in units. */
    public double maxUnits() {
        return toUnits(1);
    }

    /**
     * The meaning of a value: 24·(p − 0.5) dB for gains (of the side signal for the width), the ratio 8^p for the
     * compression, and 100·p % for the sends, whose 100 % gives a return 6 LU below the
     * dry sound.
     */
    public double toUnits(double value) {
        checked(value);
        return switch (scale) {
            case DECIBELS -> 24 * (value - 0.5);
            case RATIO -> StrictMath.pow(8, value);
            case SEND -> 100 * value;
        };
    }

    /**
     * The inverse of {@link #toUnits}.
     *
     * @throws IllegalArgumentException if the figure is outside the parameter's range
     */
    public double fromUnits(double units) {
        if (!(units >= minUnits() && units <= maxUnits())) {
            throw new IllegalArgumentException(jsonName + " must be from " + minUnits() + " to " + maxUnits() + " "
                    + scale.unit + ", not " + units);
        }
        return switch (scale) {
            case DECIBELS -> units / 24 + 0.5;
            case RATIO -> StrictMath.log(units) / StrictMath.log(8);
            case SEND -> units / 100;
        };
    }

    /**
     * The parameter with that {@link #jsonName}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Parameter ofJsonName(String name) {
        return Arrays.stream(values())
                .filter(p -> p.jsonName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no parameter '" + name + "'; the names are "
                        + Arrays.stream(values()).map(Parameter::jsonName).collect(Collectors.joining(", "))));
    }

    double checked(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(jsonName + " must be a number from 0 to 1, not " + value);
        }
        // Minus zero becomes zero, so that equal values are equal objects.
        return value + 0.0;
    }

    private enum Scale {
        DECIBELS("dB"),
        RATIO(":1"),
        SEND("%");

        private final String unit;

        Scale(String unit) {
            this.unit = unit;
        }
    }
}
