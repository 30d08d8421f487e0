package org.tonmeister.training.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for what would spoil training: damaged files, and tracks that leak from one split into another. */
final class CorpusCheck {
    private CorpusCheck() {}

    /** Packages in two splits, and files listed twice; one line each. All splits count, whichever are in use. */
    static List<String> leaks(CorpusManifest manifest) {
        var leaks = new ArrayList<String>();
        clashes(manifest.tracks(), CorpusTrack::packageName, CorpusTrack::split)
                .forEach((packageName, splits) -> leaks.add("the package " + packageName + " is in the splits "
                        + splits.stream().map(Split::label).collect(Collectors.joining(" and "))));
        clashes(manifest.tracks(), CorpusTrack::md5, CorpusTrack::label)
                .forEach((md5, labels) -> leaks.add("the same file is listed as " + String.join(" and as ", labels)));
        return leaks;
    }

    /** Files that are not there, or not those of the manifest; one line each. */
    static List<String> faults(CorpusCache cache, List<CorpusTrack> tracks) throws IOException {
        var faults = new ArrayList<String>();
        for (CorpusTrack track : tracks) {
            switch (cache.state(track)) {
                case WHOLE -> {}
                case MISSING -> faults.add(track.label() + " is missing");
                case DAMAGED -> faults.add(track.label() + " has another md5 sum than the manifest says");
            }
        }
        return faults;
    }

    /** Keys that stand for several values, with these in order. */
    private static <V> Map<String, List<V>> clashes(
            List<CorpusTrack> tracks, Function<CorpusTrack, String> key, Function<CorpusTrack, V> value) {
        Map<String, List<V>> values = new HashMap<>();
        for (CorpusTrack track : tracks) {
            List<V> known = values.computeIfAbsent(key.apply(track), k -> new ArrayList<>());
            if (!known.contains(value.apply(track))) {
                known.add(value.apply(track));
            }
        }
        values.values().removeIf(list -> list.size() < 2);
        return new TreeMap<>(values);
    }
}
