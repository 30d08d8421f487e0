package org.tonmeister.standalone.report;

/** What a table is drawn with. */
public enum Glyphs {
    /** For terminals that show UTF-8. */
    UNICODE("█", "·", "┃", "→", "─", " · "),
    /** For all others. */
    ASCII("#", ".", "|", "->", "-", ", ");

    private final String filled;
    private final String empty;
    private final String neutral;
    private final String arrow;
    private final String rule;
    private final String separator;

    Glyphs(String filled, String empty, String neutral, String arrow, String rule, String separator) {
        this.filled = filled;
        this.empty = empty;
        this.neutral = neutral;
        this.arrow = arrow;
        this.rule = rule;
        this.separator = separator;
    }

    /** One cell of a bar. */
    public String filled() {
        return filled;
    }

    /** One cell beside a bar. */
    public String empty() {
        return empty;
    }

    /** The cell that marks neutral. */
    String neutral() {
        return neutral;
    }

    /** From one thing to another. */
    public String arrow() {
        return arrow;
    }

    /** A line under a heading, one cell. */
    String rule() {
        return rule;
    }

    /** Between things in a row. */
    public String separator() {
        return separator;
    }
}
