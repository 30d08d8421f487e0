package org.tonmeister.training.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

/**
 * The figures of a row on masters.
 *
 * @param name of the row
 * @param kind yardstick, blind or reference
 * @param errors over the eight parameters without the sends, by protocol ({@code a12}, {@code b12}) and level ({@code
 *     track}, {@code window})
 * @param clean error at clean masters, at the level of tracks
 * @param sound by protocol; empty if it was left out
 */
record RowFigures(
        String name,
        String kind,
        Map<String, Map<String, ErrorFigures>> errors,
        ErrorFigures clean,
        Map<String, SoundFigures> sound) {
    static final List<Protocol> PROTOCOLS = List.of(Protocol.A12, Protocol.B12);

    static RowFigures of(Row row, List<JudgedTrack> tracks, Map<Protocol, Map<String, SoundFigures>> sound) {
        var errors = new LinkedHashMap<String, Map<String, ErrorFigures>>();
        var sounds = new LinkedHashMap<String, SoundFigures>();
        for (Protocol protocol : PROTOCOLS) {
            var levels = new LinkedHashMap<String, ErrorFigures>();
            for (Level level : Level.values()) {
                levels.put(label(level), figures(row, tracks, protocol, level));
            }
            errors.put(protocol.jsonName(), levels);
            SoundFigures heard = sound.getOrDefault(protocol, Map.of()).get(row.name());
            if (heard != null) {
                sounds.put(protocol.jsonName(), heard);
            }
        }
        return new RowFigures(
                row.name(), label(row.kind()), errors, figures(row, tracks, Protocol.CLEAN, Level.TRACK), sounds);
    }

    ErrorFigures errors(Protocol protocol, Level level) {
        return errors.get(protocol.jsonName()).get(label(level));
    }

    private static ErrorFigures figures(Row row, List<JudgedTrack> tracks, Protocol protocol, Level level) {
        Predicate<Example> which = example -> example.protocol() == protocol;
        return ErrorFigures.of(
                Errors.of(tracks, row.name(), level, which),
                Errors.of(tracks, Rows.CONSTANT, level, which),
                Judged.EIGHT);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
