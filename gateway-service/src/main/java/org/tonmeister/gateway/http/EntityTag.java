package org.tonmeister.gateway.http;

import java.util.Arrays;

/**
 * A strong entity tag (RFC 9110, section 8.8.3).
 *
 * @param quoted the tag in its quotes
 */
public record EntityTag(String quoted) {
    private static final String WEAK = "W/";

    /** The tag around an opaque text of letters, digits and hyphens. */
    public static EntityTag of(String opaque) {
        return new EntityTag('"' + opaque + '"');
    }

    /** Whether {@code If-None-Match} names it: the client has it already. */
    public boolean isAmong(String header) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag)
                        .anyMatch(quoted::equals);
    }

    /** Whether {@code If-Match} names it, which weak tags never do. */
    public boolean isMeant(String header) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",")).map(String::strip).anyMatch(quoted::equals);
    }

    /** Whether {@code If-Range} names it: the part asked for belongs to what the client has. */
    public boolean allowsRange(String header) {
        return quoted.equals(header.strip());
    }
}
