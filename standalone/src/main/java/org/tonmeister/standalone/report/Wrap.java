package org.tonmeister.standalone.report;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of limited width. */
final class Wrap {
    private Wrap() {}

    /** A label and beside it the text, broken between words; a word longer than the width stays whole. */
    static List<String> hanging(String label, String text, int indent, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(label).append(" ".repeat(Math.max(0, indent - label.length())));
        boolean empty = true;
        for (String word : text.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
