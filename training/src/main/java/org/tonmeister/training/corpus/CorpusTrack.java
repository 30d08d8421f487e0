package org.tonmeister.training.corpus;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One line of the manifest.
 *
 * @param split what the track may be used for
 * @param packageName the Debian package that holds it
 * @param path inside the package, without a leading slash; {@value #PK3} and then a path inside one of the package's
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
        String md5) {
    static final String PK3 = "pk3/";

    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final int FIELDS = 11;

    public CorpusTrack {
        require(PACKAGE.matcher(packageName).matches(), "'" + packageName + "' is not the name of a Debian package");
        require(isInside(path), "'" + path + "' is not a path inside a package");
        require(seconds > 0 && seconds < Double.POSITIVE_INFINITY, "a track lasts longer than " + seconds + " s");
        require(sampleRate > 0, "a sample rate is above " + sampleRate + " Hz");
        require(MD5.matcher(md5).matches(), "'" + md5 + "' is not an md5 sum");
    }

    /** @throws IllegalArgumentException if the line is not one of a manifest; the message says why */
    static CorpusTrack parse(String line) {
        String[] fields = line.split("\t", -1);
        require(fields.length == FIELDS, "has " + fields.length + " fields instead of " + FIELDS);
        return new CorpusTrack(
                Split.of(fields[0])
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + fields[0] + "' is not a split; there are " + Split.labels())),
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

    /** Whether the track lies in a {@code .pk3} archive of its package. */
    boolean inPk3() {
        return path.startsWith(PK3);
    }

    /** How people are told of the track. */
    public String label() {
        return packageName + "/" + path;
    }

    /** A path that unpacking can never lead out of the package's folder. */
    private static boolean isInside(String path) {
        return path.chars().noneMatch(c -> c < ' ' || c == '\\')
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
