package org.tonmeister.training.compare.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/** What meters say of each version, and what that changes against the original. */
final class FigureTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("Loudness, LUFS", 1, Figures::lufs),
            new Column("Range, LU", 1, Figures::rangeLu),
            new Column("True peak, dBTP", 1, Figures::truePeakDbtp),
            new Column("Crest, dB", 1, Figures::crestDb),
            new Column("Centroid, Hz", 0, Figures::centroidHz),
            new Column("Side/mid, dB", 1, Figures::sideToMidDb));

    private final Comparison comparison;
    private final Tables tables;

    private record Column(String name, int digits, ToDoubleFunction<Figures> figure) {}

    FigureTable(Comparison comparison, Tables tables) {
        this.comparison = comparison;
        this.tables = tables;
    }

    Markup markup() {
        var headings = Stream.concat(
                        Stream.concat(Stream.of("Version"), COLUMNS.stream().map(Column::name)),
                        Stream.of("Compressor, mean dB", "Limiter, most dB", "Distance to the original", "File"))
                .map(name -> Table.heading("col", name))
                .toList();
        var table = new Table("Figures").head(headings);
        for (int i = 0; i < comparison.versions().size(); i++) {
            Version version = comparison.versions().get(i);
            table.row(
                    tables.name("row", version),
                    cells(version, comparison.distances().get(0).get(i)));
        }
        if (comparison.reference() != null) {
            table.row(
                    Table.heading("row", "reference: " + comparison.reference().name()),
                    COLUMNS.stream()
                            .map(column -> Table.cell(
                                    text(column, comparison.reference().figures()), null))
                            .toList());
        }
        return table.markup();
    }

    private List<Markup> cells(Version version, Double distance) {
        Figures original = comparison.original().figures();
        var cells = new ArrayList<Markup>();
        for (Column column : COLUMNS) {
            var cell = new Markup().open("td", "data-v", version.id()).text(text(column, version.figures()));
            if (version.kind() != Kind.ORIGINAL) {
                double change = column.figure().applyAsDouble(version.figures())
                        - column.figure().applyAsDouble(original);
                cell.element("small", Amounts.signed(change, column.digits()));
            }
            cells.add(cell.close());
        }
        var rendering = version.rendering();
        cells.add(Table.cell(
                rendering == null ? Amounts.NONE : Amounts.plain(rendering.compressorMeanDb(), 1), version.id()));
        cells.add(Table.cell(
                rendering == null ? Amounts.NONE : Amounts.plain(rendering.limiterMaxDb(), 1), version.id()));
        boolean compared = distance != null && rendering != null;
        cells.add(Table.cell(!compared ? Amounts.NONE : Amounts.plain(distance, 3), version.id()));
        cells.add(new Markup()
                .open("td")
                .element("a", comparison.format(), "href", version.file(), "aria-label", version.file())
                .close());
        return cells;
    }

    private static String text(Column column, Figures figures) {
        return Amounts.plain(column.figure().applyAsDouble(figures), column.digits());
    }
}
