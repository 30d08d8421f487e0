package org.tonmeister.standalone.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names for the files that are written: the input's base name. Where two inputs of one call have the same (in either
 * case, because macOS and Windows do not tell them apart), both take their extension into the name,
 * {@code song.mp3.mixed.flac} beside {@code song.wav.mixed.flac}; where that does not tell them apart either, the later
 * ones get a number, {@code song-2.mixed.flac}. So the names depend on the call alone, not on what is in the folder.
 */
final class OutputNames {
    private OutputNames() {}

    /** One name for each input, in their order; no two are the same. */
    static List<String> of(List<InputFile> inputs) {
        var counts = new HashMap<String, Integer>();
        inputs.forEach(input -> counts.merge(folded(input.baseName()), 1, Integer::sum));
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (InputFile input : inputs) {
            String base = input.baseName();
            boolean shared = counts.get(folded(base)) > 1;
            names.add(free(shared && isOnlyOne(input, inputs) ? input.name() : base, taken));
        }
        return names;
    }

    private static boolean isOnlyOne(InputFile input, List<InputFile> inputs) {
        return inputs.stream()
                        .filter(other -> folded(other.name()).equals(folded(input.name())))
                        .count()
                == 1;
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(folded(name)); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
