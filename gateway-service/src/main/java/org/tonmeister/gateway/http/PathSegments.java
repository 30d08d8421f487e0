package org.tonmeister.gateway.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.gateway.problem.Problem;

/** A path cut at its slashes; what is percent-encoded, slashes too, is decoded afterwards. */
final class PathSegments {
    private PathSegments() {}

    /** @throws org.tonmeister.gateway.problem.ProblemException if it is badly encoded */
    static List<String> of(String path) {
        if (path == null || !path.startsWith("/")) {
            throw Problem.badRequest("The path must begin with a slash");
        }
        var segments = new ArrayList<String>();
        for (String raw : path.substring(1).split("/", -1)) {
            segments.add(notDots(decoded(raw)));
        }
        return segments;
    }

    /** Clients resolve such segments before they send (RFC 3986, section 5.2.4): no link to what is below would work. */
    private static String notDots(String segment) {
        if (segment.equals(".") || segment.equals("..")) {
            throw Problem.badRequest("No part of the path may be '.' or '..', percent-encoded neither");
        }
        return segment;
    }

    private static String decoded(String raw) {
        try {
            // In a path a plus is a plus.
            String text = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problem.badRequest("The path is not well encoded: it must be UTF-8, percent-encoded");
        }
    }
}
