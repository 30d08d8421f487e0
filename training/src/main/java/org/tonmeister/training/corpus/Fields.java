package org.tonmeister.training.corpus;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What the fields of a manifest's line must be. */
final class Fields {
    private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    private Fields() {}

    /** @throws IllegalArgumentException with that reason, unless the condition holds */
    static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }

    /**
     * Makes sure that these are names, and that unpacking the file can never lead out of its package's folder.
     *
     * @throws IllegalArgumentException if not; the message says which is none
     */
    static void check(String packageName, String path, String md5) {
        require(PACKAGE.matcher(packageName).matches(), "'" + packageName + "' is not the name of a Debian package");
        require(isInside(path), "'" + path + "' is not a path inside a package");
        require(MD5.matcher(md5).matches(), "'" + md5 + "' is not an md5 sum");
    }

    /** @throws IllegalArgumentException if there is no such split; the message lists them */
    static Split split(String label) {
        return Split.of(label)
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + label + "' is not a split; there are " + Split.labels()));
    }

    private static boolean isInside(String path) {
        return path.chars().noneMatch(c -> c < ' ' || c == '\\')
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
