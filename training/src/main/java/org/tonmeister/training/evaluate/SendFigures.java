package org.tonmeister.training.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.targets.Example;

/**
 * How far a row is off with a send, on one kind of source.
 *
 * @param tracks how many there are
 * @param mae mean absolute error at the level of tracks
 * @param skill against the constant of all sources' training examples
 * @param skillStandardError of {@code skill}, by {@link Bootstrap}
 * @param skillAgainstSource against the constant of this source's training examples alone
 */
record SendFigures(int tracks, double mae, double skill, double skillStandardError, double skillAgainstSource) {
    static final String SOURCE_CONSTANT = "constant of the source";

    /** By source, parameter and row. */
    static Map<String, Map<String, Map<String, SendFigures>>> of(List<Row> rows, List<JudgedTrack> tracks) {
        var sources = new TreeSet<String>();
        tracks.forEach(track -> track.examples().forEach(example -> sources.add(example.source())));
        var bySource = new LinkedHashMap<String, Map<String, Map<String, SendFigures>>>();
        for (String source : sources) {
            var byParameter = new LinkedHashMap<String, Map<String, SendFigures>>();
            for (Parameter parameter : Judged.SENDS) {
                var byRow = new LinkedHashMap<String, SendFigures>();
                for (Row row : rows) {
                    byRow.put(row.name(), of(row, tracks, source, parameter));
                }
                byParameter.put(parameter.jsonName(), byRow);
            }
            bySource.put(source, byParameter);
        }
        return bySource;
    }

    private static SendFigures of(Row row, List<JudgedTrack> tracks, String source, Parameter parameter) {
        Predicate<Example> which =
                example -> example.source().equals(source) && example.known().contains(parameter);
        Errors errors = Errors.of(tracks, row.name(), Level.TRACK, which);
        if (errors.tracks() == 0) {
            return new SendFigures(0, 0, 0, 0, 0);
        }
        Errors constant = Errors.of(tracks, Rows.CONSTANT, Level.TRACK, which);
        Errors own = Errors.of(tracks, SOURCE_CONSTANT, Level.TRACK, which);
        List<Parameter> one = List.of(parameter);
        return new SendFigures(
                errors.tracks(),
                errors.mae(parameter),
                errors.skill(one, constant),
                Bootstrap.standardError(errors, constant, one),
                errors.skill(one, own));
    }
}
