package org.tonmeister.training.compare.page;

import java.util.List;

/** A table that scrolls by itself where the window is too narrow, with the mouse and with the keyboard. */
final class Table {
    private final Markup page = new Markup();

    /**
     * Begins a table.
     *
     * @param caption what it shows
     */
    Table(String caption) {
        page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption)
                .open("table")
                .element("caption", caption);
    }

    /** The row of headings; the first is that of the rows' own headings. */
    Table head(List<Markup> cells) {
        page.open("thead").open("tr");
        cells.forEach(cell -> page.trusted(cell));
        page.close().close().open("tbody");
        return this;
    }

    /** A row: its heading and its cells, each an element of its own. */
    Table row(Markup heading, List<Markup> cells) {
        page.open("tr").trusted(heading);
        cells.forEach(page::trusted);
        page.close();
        return this;
    }

    Markup markup() {
        return page.close().close().close();
    }

    /** A heading. */
    static Markup heading(String scope, String text) {
        return new Markup().element("th", text, "scope", scope);
    }

    /** The heading of a version's row or column, with its mark. */
    static Markup heading(String scope, VersionName name) {
        return new Markup()
                .open("th", "scope", scope, "class", name.classes(), "data-v", name.id())
                .trusted(name.icon())
                .text(name.label())
                .close();
    }

    /** A cell of a version. */
    static Markup cell(String text, String id) {
        return new Markup().element("td", text, "data-v", id);
    }

    /**
     * A version in a heading.
     *
     * @param icon its mark
     */
    record VersionName(String classes, String id, String label, Markup icon) {}
}
