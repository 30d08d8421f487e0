package org.tonmeister.pipeline.logging;

import java.util.Set;

/** One JSON object of strings, written member by member (RFC 8259). */
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder(256).append('{');
    private final Set<String> names = new java.util.HashSet<>();

    boolean has(String name) {
        return names.contains(name);
    }

    /** Adds a member; a name that is there already gets an underscore before it. */
    void add(String name, String value) {
        String free = name;
        while (!names.add(free)) {
            free = "_" + free;
        }
        if (names.size() > 1) {
            text.append(',');
        }
        quote(free);
        text.append(':');
        quote(value);
    }

    /** The whole object. */
    @Override
    public String toString() {
        return text + "}";
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // Half a surrogate pair has no bytes in UTF-8.
                    boolean alone = Character.isSurrogate(c) && !isPaired(value, i);
                    if (c < FIRST_PRINTABLE || alone) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isPaired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
