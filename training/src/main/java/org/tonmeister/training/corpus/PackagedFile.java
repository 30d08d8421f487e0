package org.tonmeister.training.corpus;

/** A file of a Debian package, known by its md5 sum. */
public interface PackagedFile {
    /** The beginning of a {@link #path} that leads into one of the package's {@code .pk3} archives. */
    String PK3 = "pk3/";

    /** The Debian package that holds it. */
    String packageName();

    /** The path inside the package, without a leading slash; {@value #PK3} and then a path inside a {@code .pk3} archive. */
    String path();

    /** The md5 sum of the file, 32 hexadecimal digits in lower case. */
    String md5();

    /** How people are told of the file. */
    default String label() {
        return packageName() + "/" + path();
    }

    /** Whether the file lies in a {@code .pk3} archive of its package. */
    default boolean inPk3() {
        return path().startsWith(PK3);
    }
}
