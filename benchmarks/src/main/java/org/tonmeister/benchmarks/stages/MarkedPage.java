package org.tonmeister.benchmarks.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A page of which parts are written by a program: those between {@code <!-- measured:name -->} and the next end mark. */
final class MarkedPage {
    private static final String END = "<!-- /measured -->";

    private MarkedPage() {}

    /**
     * Replaces every marked part.
     *
     * @throws IOException if the page cannot be read or written, or lacks a part or its end
     */
    static void rewrite(Path page, Map<String, String> parts) throws IOException {
        String text = Files.readString(page);
        for (var part : parts.entrySet()) {
            String begin = "<!-- measured:" + part.getKey() + " -->";
            int from = text.indexOf(begin);
            int to = from < 0 ? -1 : text.indexOf(END, from);
            if (to < 0) {
                throw new IOException(page + " has no part between " + begin + " and " + END);
            }
            text = text.substring(0, from) + begin + "\n" + part.getValue() + text.substring(to);
        }
        Files.writeString(page, text);
    }
}
