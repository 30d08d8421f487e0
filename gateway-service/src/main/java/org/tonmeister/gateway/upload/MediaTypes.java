package org.tonmeister.gateway.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tonmeister.gateway.problem.Problem;

/** Media types of uploads. They only say what a file surely is not; what it is, its content decides. */
final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    /** Not audio by name, but some containers of sound are known by them. */
    private static final Set<String> POSSIBLE =
            Set.of(UNKNOWN, "application/ogg", "application/x-flac", "application/mp4", "application/x-matroska");

    private MediaTypes() {}

    /** The type without its parameters, in lower case. */
    static String plain(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * What to note of a file's media type; empty if that says nothing.
     *
     * @param contentType as sent; null or empty: not at all
     * @throws org.tonmeister.gateway.problem.ProblemException if it is surely no sound
     */
    static Optional<String> ofSound(String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return Optional.empty();
        }
        String type = plain(contentType);
        if (!type.startsWith("audio/") && !type.startsWith("video/") && !POSSIBLE.contains(type)) {
            throw Problem.unsupportedMediaType("'" + type + "' is no sound: send a file of sound as audio/… or "
                    + UNKNOWN + ", or files as multipart/form-data");
        }
        return type.equals(UNKNOWN) ? Optional.empty() : Optional.of(type);
    }
}
