package org.tonmeister.training.targets;

import java.nio.file.Path;

/**
 * The two files of a track in an {@link ExampleSet}: its windows as an Avro data file, and what they are as JSON. The
 * JSON comes last, so where it is, the other is whole too.
 *
 * @param windows {@code <md5>.avro}
 * @param examples {@code <md5>.json}
 */
record TrackFile(Path windows, Path examples) {
    private static final String WINDOWS = ".avro";
    private static final String EXAMPLES = ".json";
    private static final String PART = ".part";

    /** @param name the md5 sum of the track, or how else the source calls it */
    static TrackFile of(Path folder, String name) {
        return new TrackFile(folder.resolve(name + WINDOWS), folder.resolve(name + EXAMPLES));
    }

    /** The files that belong to a file of windows. */
    static TrackFile ofWindows(Path windows) {
        String name = windows.getFileName().toString();
        return of(windows.resolveSibling(""), name.substring(0, name.length() - WINDOWS.length()));
    }

    static boolean isWindows(Path file) {
        return file.getFileName().toString().endsWith(WINDOWS);
    }

    static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }
}
