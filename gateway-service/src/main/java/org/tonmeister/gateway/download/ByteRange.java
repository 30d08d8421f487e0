package org.tonmeister.gateway.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonmeister.gateway.problem.Problem;

/**
 * Bytes of a file, from the first to the last, both counted from 0 and both included.
 *
 * @param first byte
 * @param last byte; at least the first
 */
record ByteRange(long first, long last) {
    /** One range; a list of them is answered with the whole file, as RFC 9110, section 14.2 allows. */
    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

    /** The whole of a file that is not empty. */
    static ByteRange whole(long bytes) {
        return new ByteRange(0, bytes - 1);
    }

    /**
     * What a {@code Range} header asks for of a file that is not empty; empty: nothing that makes sense, so the whole.
     *
     * @throws org.tonmeister.gateway.problem.ProblemException if the file is shorter
     */
    static Optional<ByteRange> parse(String header, long bytes) {
        Matcher matcher = ONE.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(to), bytes));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return Optional.empty();
        }
        if (first >= bytes) {
            throw Problem.rangeNotSatisfiable(bytes);
        }
        return Optional.of(new ByteRange(first, Math.min(last, bytes - 1)));
    }

    private static ByteRange suffix(long length, long bytes) {
        if (length == 0) {
            throw Problem.rangeNotSatisfiable(bytes);
        }
        return new ByteRange(Math.max(0, bytes - length), bytes - 1);
    }

    /** How many. */
    long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} says it. */
    String of(long bytes) {
        return "bytes " + first + "-" + last + "/" + bytes;
    }
}
