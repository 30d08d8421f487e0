package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameters;

/**
 * Keeps the figures of sounds, a file for each track. They depend on the example and the mix's parameters alone, whoever
 * set these. A file of other examples, or made by another version of the measurement, counts as empty.
 *
 * @param folder need not exist
 */
record SoundStore(Path folder) {
    /** To be raised when the same example and parameters give other figures. */
    private static final String VERSION = "sound 2 ";

    private static final String SEPARATOR = " = ";

    /** By {@link #key}. */
    Map<String, SoundFigures> find(JudgedTrack track) throws IOException {
        Path file = file(track);
        var kept = new LinkedHashMap<String, SoundFigures>();
        if (!Files.isRegularFile(file)) {
            return kept;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(VERSION + track.fingerprint())) {
            return kept;
        }
        try {
            for (String line : lines.subList(1, lines.size())) {
                int at = line.indexOf(SEPARATOR);
                kept.put(line.substring(0, at), SoundFigures.parse(line.substring(at + SEPARATOR.length())));
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " is damaged: delete it, and it is made again", e);
        }
        return kept;
    }

    void keep(JudgedTrack track, Map<String, SoundFigures> figures) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(VERSION + track.fingerprint());
        figures.forEach((key, figure) -> lines.add(key + SEPARATOR + figure.text()));
        EstimateStore.write(file(track), lines);
    }

    static String key(String example, Parameters parameters) {
        return example + parameters.toList().stream().map(value -> " " + value).collect(Collectors.joining());
    }

    private Path file(JudgedTrack track) {
        return folder.resolve(track.md5() + ".tsv");
    }
}
