package org.tonmeister.training.compare.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and inline SVG. Whatever is handed in as text or as an attribute's value is escaped, so that no tag of a song
 * can become one of the page.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn, and one without a value is left out. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that has nothing in it. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element with text. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text. */
    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** What is markup already: another one of these, or a resource of the program. */
    Markup trusted(Object markup) {
        out.append(markup);
        return this;
    }

    /** All of it; nothing may be open. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
                out.append('"');
            }
        }
    }

    /** Characters that mean something to a browser as entities; those that XML forbids are left out. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if ((c >= ' ' && c != 0x7f) || c == '\n' || c == '\t') {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
