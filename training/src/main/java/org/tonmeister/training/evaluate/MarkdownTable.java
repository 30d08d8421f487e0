package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table in Markdown whose columns line up in plain text too; the first is to the left, the others to the right. */
final class MarkdownTable {
    private final List<List<String>> lines = new ArrayList<>();

    MarkdownTable(String first, List<String> others) {
        add(first, others);
    }

    void add(String first, List<String> others) {
        var line = new ArrayList<String>();
        line.add(first);
        line.addAll(others);
        lines.add(line);
    }

    /** A figure with so many decimals; −0 is 0. */
    static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append('|');
            for (int column = 0; column < lines.get(i).size(); column++) {
                text.append(' ')
                        .append(padded(lines.get(i).get(column), column))
                        .append(" |");
            }
            text.append('\n');
            if (i == 0) {
                text.append(rule());
            }
        }
        return text.toString();
    }

    private String rule() {
        var rule = new StringBuilder("|");
        for (int column = 0; column < lines.get(0).size(); column++) {
            String dashes = String.join("", Collections.nCopies(width(column), "-"));
            rule.append(column == 0 ? dashes + "--|" : dashes + "-:|");
        }
        return rule.append('\n').toString();
    }

    private String padded(String cell, int column) {
        String spaces = " ".repeat(width(column) - cell.length());
        return column == 0 ? cell + spaces : spaces + cell;
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
