package org.tonmeister.training.corpus;

/**
 * One line of the manifest of dry music: a MIDI file.
 *
 * @param split what the song may be used for
 */
public record DrySong(Split split, String packageName, String path, String md5) implements PackagedFile {
    private static final int FIELDS = 4;

    public DrySong {
        Fields.check(packageName, path, md5);
    }

    /** @throws IllegalArgumentException if the line is not one of a manifest; the message says why */
    static DrySong parse(String line) {
        String[] fields = line.split("\t", -1);
        Fields.require(fields.length == FIELDS, "has " + fields.length + " fields instead of " + FIELDS);
        return new DrySong(Fields.split(fields[0]), fields[1], fields[2], fields[3]);
    }
}
