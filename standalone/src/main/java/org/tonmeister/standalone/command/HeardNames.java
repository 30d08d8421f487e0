package org.tonmeister.standalone.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tonmeister.schemas.record.Mix;

/**
 * Names for mixes of tracks that others published. The name comes from the source file's; a track keeps the name it was
 * given first, a second track of that name gets a number, and a later revision has its number in the name.
 */
final class HeardNames {
    private final Map<String, String> nameOfTrack = new HashMap<>();
    private final Map<String, String> trackOfName = new HashMap<>();

    /** The name without extension; a plain file name, whatever the record says. */
    String of(Mix mix) {
        String name = nameOfTrack.computeIfAbsent(mix.getTrackId(), track -> free(track, baseName(mix)));
        return mix.getRevision() > 1 ? name + ".r" + mix.getRevision() : name;
    }

    private String free(String track, String wanted) {
        String name = wanted;
        for (int number = 2; trackOfName.putIfAbsent(name.toLowerCase(Locale.ROOT), track) != null; number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    private static String baseName(Mix mix) {
        String source = mix.getReport().getSource().getFileName();
        String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        // Neither hidden nor a folder: the name is somebody else's.
        String plain = base.replaceAll("^\\.+", "_");
        return plain.isEmpty() ? InputFile.slug(mix.getTrackId()) : plain;
    }
}
