package org.tonmeister.audio.dsp;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value in [0, 1] for each {@link Parameter}; immutable. */
public final class Parameters {
    /** How many there are. */
    public static final int COUNT = Parameter.values().length;

    private static final Parameters NEUTRAL = new Parameters(neutralValues());

    /** Complete, and never changed after construction. */
    private final EnumMap<Parameter, Double> values;

    private Parameters(EnumMap<Parameter, Double> values) {
        this.values = values;
    }

    /** The parameters that leave the sound untouched. */
    public static Parameters neutral() {
        return NEUTRAL;
    }

    /**
     * Parameters from their values.
     *
     * @param values one for each parameter, in the order of {@link Parameter}
     * @throws IllegalArgumentException if there are not ten, or one is not a number from 0 to 1
     */
    public static Parameters of(double... values) {
        if (values.length != COUNT) {
            throw new IllegalArgumentException("a mix has " + COUNT + " parameters, not " + values.length);
        }
        var byParameter = new EnumMap<Parameter, Double>(Parameter.class);
        for (Parameter p : Parameter.values()) {
            byParameter.put(p, p.checked(values[byParameter.size()]));
        }
        return new Parameters(byParameter);
    }

    /** The same as {@link #of(double...)} for a list. */
    public static Parameters of(List<? extends Number> values) {
        return of(values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /**
     * Parameters from a map.
     *
     * @param byName values by {@link Parameter#jsonName}; what is missing is neutral
     * @throws IllegalArgumentException if a name is unknown or a value is not a number from 0 to 1
     */
    public static Parameters fromMap(Map<String, ? extends Number> byName) {
        return NEUTRAL.with(byName);
    }

    /** The value in [0, 1]. */
    public double get(Parameter parameter) {
        return values.get(parameter);
    }

    /** The value in the parameter's unit. */
    public double units(Parameter parameter) {
        return parameter.toUnits(get(parameter));
    }

    /** Whether the parameter leaves the sound untouched, exactly. */
    public boolean isNeutral(Parameter parameter) {
        return get(parameter) == parameter.neutral();
    }

    /** These with one value changed. */
    public Parameters with(Parameter parameter, double value) {
        EnumMap<Parameter, Double> copy = values.clone();
        copy.put(parameter, parameter.checked(value));
        return new Parameters(copy);
    }

    /** These with the values of {@code overrides}, by {@link Parameter#jsonName}. */
    public Parameters with(Map<String, ? extends Number> overrides) {
        Parameters changed = this;
        for (var override : overrides.entrySet()) {
            changed = changed.with(
                    Parameter.ofJsonName(override.getKey()), override.getValue().doubleValue());
        }
        return changed;
    }

    /** These with every value's distance from neutral scaled by {@code strength} in [0, 1]. */
    public Parameters scaledBy(double strength) {
        Parameters scaled = this;
        for (Parameter p : Parameter.values()) {
            scaled = scaled.scaledBy(p, strength);
        }
        return scaled;
    }

    /** These with one value's distance from neutral scaled by {@code strength} in [0, 1]. */
    public Parameters scaledBy(Parameter parameter, double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("the strength must be a number from 0 to 1, not " + strength);
        }
        double neutral = parameter.neutral();
        // A weighted mean and not neutral + strength·distance: it gives back both ends without rounding.
        return with(parameter, strength * get(parameter) + (1 - strength) * neutral);
    }

    /** The values in the order of {@link Parameter}. */
    public double[] toArray() {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The values in the order of {@link Parameter}. */
    public List<Double> toList() {
        return List.copyOf(values.values());
    }

    /** The values by {@link Parameter#jsonName}, in the order of {@link Parameter}; unmodifiable. */
    public Map<String, Double> toMap() {
        var byName = new LinkedHashMap<String, Double>();
        for (Parameter p : Parameter.values()) {
            byName.put(p.jsonName(), get(p));
        }
        return Collections.unmodifiableMap(byName);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    private static EnumMap<Parameter, Double> neutralValues() {
        var neutral = new EnumMap<Parameter, Double>(Parameter.class);
        for (Parameter p : Parameter.values()) {
            neutral.put(p, p.neutral());
        }
        return neutral;
    }
}
