package org.tonmeister.pipeline.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads typed settings from the environment. A variable that is missing or blank counts as not set. Every bad value
 * ends in an {@link InvalidSettingException}. Remembers what was read, so that {@link #describe()} can print what is in
 * force. Not thread-safe: settings are read at start, by one thread.
 */
public final class EnvironmentReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final Map<String, String> environment;
    private final Map<String, String> inForce = new TreeMap<>();

    /** Reads from a copy of {@code environment}. */
    public EnvironmentReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The variable's text, or {@code defaultValue}. */
    public String text(String variable, String defaultValue) {
        return read(variable, defaultValue, "", Function.identity(), text -> true);
    }

    /** The variable's text, if it is set. */
    public Optional<String> text(String variable) {
        String raw = raw(variable);
        inForce.put(variable, raw == null ? "" : raw);
        return Optional.ofNullable(raw);
    }

    /** The variable's text, which must match all of {@code pattern}; {@code allowed} puts the pattern in words. */
    public String text(String variable, String defaultValue, Pattern pattern, String allowed) {
        return read(variable, defaultValue, allowed, Function.identity(), text -> pattern.matcher(text)
                .matches());
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String variable, int defaultValue, int min, int max) {
        return read(
                variable,
                defaultValue,
                "must be a whole number from " + min + " to " + max,
                Integer::valueOf,
                value -> value >= min && value <= max);
    }

    /** A number from {@code min} to {@code max}. */
    public double number(String variable, double defaultValue, double min, double max) {
        return read(
                variable,
                defaultValue,
                "must be a number from " + min + " to " + max,
                Double::valueOf,
                value -> value >= min && value <= max);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String variable, boolean defaultValue) {
        return choice(variable, Boolean.toString(defaultValue), "true", "false").equals("true");
    }

    /** One of the {@code allowed} words. */
    public String choice(String variable, String defaultValue, String... allowed) {
        return read(
                variable,
                defaultValue,
                "must be one of " + String.join(", ", allowed),
                Function.identity(),
                Arrays.asList(allowed)::contains);
    }

    /** A time such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h} or {@code 7d}, at most {@code max}. */
    public Duration duration(String variable, Duration defaultValue, Duration max) {
        return read(
                variable,
                defaultValue,
                "must be a time such as 500ms, 30s, 5m, 2h or 7d, at most " + max,
                EnvironmentReader::parseDuration,
                value -> value.compareTo(max) <= 0);
    }

    /** A path; need not exist. */
    public Path path(String variable, Path defaultValue) {
        return read(variable, defaultValue, "must be a path", Path::of, path -> true);
    }

    /** Words between commas, blanks around them dropped; never empty unless the default is. */
    public List<String> list(String variable, List<String> defaultValue) {
        return read(
                variable,
                defaultValue,
                "must be words between commas",
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList(),
                words -> !words.isEmpty());
    }

    Map<String, String> startingWith(String prefix) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Variables beginning with {@code prefix} that are set and were not read: misspelt, or meant for another service. */
    public List<String> unread(String prefix) {
        return startingWith(prefix).keySet().stream()
                .filter(variable -> !inForce.containsKey(variable))
                .sorted()
                .toList();
    }

    /** What was read so far, one {@code NAME=value} a line, in the order of the names, without secrets. */
    public String describe() {
        return inForce.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Secrets.hide(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private <T> T read(
            String variable, T defaultValue, String allowed, Function<String, T> parse, Predicate<T> isAllowed) {
        String raw = raw(variable);
        T value = raw == null ? defaultValue : parsed(variable, raw, allowed, parse, isAllowed);
        inForce.put(variable, String.valueOf(value));
        return value;
    }

    private String raw(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <T> T parsed(
            String variable, String raw, String allowed, Function<String, T> parse, Predicate<T> isAllowed) {
        T value;
        try {
            value = parse.apply(raw);
        } catch (NumberFormatException | InvalidPathException | ArithmeticException e) {
            throw new InvalidSettingException(variable, raw, allowed);
        }
        if (value == null || !isAllowed.test(value)) {
            throw new InvalidSettingException(variable, raw, allowed);
        }
        return value;
    }

    private static Duration parseDuration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
