package org.tonmeister.training.compare.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.compare.page.Table.VersionName;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Version;

/** The page's tables: parameters, distances, spectra. */
final class Tables {
    private static final String COLUMN = "col";
    private static final String ROW = "row";

    private final Comparison comparison;
    private final Look look;

    Tables(Comparison comparison, Look look) {
        this.comparison = comparison;
        this.look = look;
    }

    /** How each version is set. */
    Markup parameters() {
        List<Version> set = comparison.versions().stream()
                .filter(version -> version.settings() != null)
                .toList();
        var table = new Table("Parameters").head(headings("Parameter", set));
        for (Parameter parameter : Parameter.values()) {
            table.row(
                    Table.heading(ROW, parameter.label()),
                    set.stream()
                            .map(version -> Table.cell(Amounts.of(version, parameter), version.id()))
                            .toList());
        }
        return table.markup();
    }

    /** How far versions are apart. */
    Markup distances() {
        List<Version> versions = comparison.versions();
        double largest = comparison.distances().stream()
                .flatMap(List::stream)
                .mapToDouble(distance -> distance == null ? 0 : distance)
                .max()
                .orElse(0);
        var table = new Table("Distances").head(headings("MR-STFT", versions));
        for (int i = 0; i < versions.size(); i++) {
            var cells = new ArrayList<Markup>();
            for (Double distance : comparison.distances().get(i)) {
                cells.add(distance(distance, largest));
            }
            table.row(name(ROW, versions.get(i)), cells);
        }
        return table.markup();
    }

    /** The spectra in figures. */
    Markup spectra() {
        var table = new Table("Spectra, dB at " + Amounts.plain(Comparison.LEVEL_LUFS, 0) + " LUFS")
                .head(headings("Hz", comparison.versions()));
        for (int i = 0; i < comparison.bands().size(); i++) {
            int band = i;
            table.row(
                    Table.heading(ROW, comparison.bands().get(i).name()),
                    comparison.versions().stream()
                            .map(version ->
                                    Table.cell(Amounts.plain(version.bandsDb().get(band), 1), version.id()))
                            .toList());
        }
        return table.markup();
    }

    /** The heading of a version. */
    Markup name(String scope, Version version) {
        return Table.heading(
                scope, new VersionName(look.classes(version), version.id(), version.label(), look.icon(version)));
    }

    private List<Markup> headings(String first, List<Version> versions) {
        return Stream.concat(
                        Stream.of(Table.heading(COLUMN, first)),
                        versions.stream().map(version -> name(COLUMN, version)))
                .toList();
    }

    private static Markup distance(Double distance, double largest) {
        if (distance == null) {
            return new Markup().element("td", Amounts.NONE);
        }
        double share = largest > 0 ? distance / largest : 0;
        return new Markup()
                .element(
                        "td",
                        distance == 0 ? "0" : Amounts.plain(distance, 3),
                        "class",
                        "heat",
                        "style",
                        String.format(Locale.ROOT, "--heat:%.0f%%", 45 * share));
    }
}
