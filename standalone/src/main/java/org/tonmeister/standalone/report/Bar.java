package org.tonmeister.standalone.report;

/** A value in [0, 1] as a bar from the neutral mark to the value. */
record Bar(double value, double neutral) {
    /** The bar, {@code cells} wide; the mark stands where neutral is, in a cell that the bar never fills. */
    String render(int cells, Glyphs glyphs) {
        int mark = cell(neutral, cells);
        int tip = cell(value, cells);
        var text = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            if (i == mark) {
                text.append(glyphs.neutral());
            } else {
                boolean filled = i > mark ? i <= tip : i >= tip;
                text.append(filled ? glyphs.filled() : glyphs.empty());
            }
        }
        return text.toString();
    }

    private static int cell(double position, int cells) {
        return (int) Math.min(cells - 1, Math.round(position * (cells - 1)));
    }
}
