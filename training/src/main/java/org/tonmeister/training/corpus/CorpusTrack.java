package org.tonmeister.training.corpus;

import static org.tonmeister.training.corpus.Fields.require;

/**
 * One line of the manifest.
 *
 * @param split what the track may be used for
 * @param packageName the Debian package that holds it
 * @param path inside the package, without a leading slash; {@value PackagedFile#PK3} and then a path inside one of the package's
 *     {@code .pk3} archives
 * @param seconds length
 * @param codec FFmpeg's name
 * @param sampleRate Hz
 * @param lufs integrated loudness
 * @param lraLu loudness range
 * @param truePeakDbfs highest true peak
 * @param licence as the package states it
 * @param md5 of the file, 32 hexadecimal digits in lower case
 */
public record CorpusTrack(
        Split split,
        String packageName,
        String path,
        double seconds,
        String codec,
        int sampleRate,
        double lufs,
        double lraLu,
        double truePeakDbfs,
        String licence,
        String md5)
        implements PackagedFile {
    private static final int FIELDS = 11;

    public CorpusTrack {
        Fields.check(packageName, path, md5);
        require(seconds > 0 && seconds < Double.POSITIVE_INFINITY, "a track lasts longer than " + seconds + " s");
        require(sampleRate > 0, "a sample rate is above " + sampleRate + " Hz");
    }

    /** @throws IllegalArgumentException if the line is not one of a manifest; the message says why */
    static CorpusTrack parse(String line) {
        String[] fields = line.split("\t", -1);
        require(fields.length == FIELDS, "has " + fields.length + " fields instead of " + FIELDS);
        return new CorpusTrack(
                Fields.split(fields[0]),
                fields[1],
                fields[2],
                number(fields[3]),
                fields[4],
                (int) number(fields[5]),
                number(fields[6]),
                number(fields[7]),
                number(fields[8]),
                fields[9],
                fields[10]);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }
}
