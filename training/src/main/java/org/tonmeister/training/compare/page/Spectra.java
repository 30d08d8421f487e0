package org.tonmeister.training.compare.page;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.training.compare.result.Comparison;
import org.tonmeister.training.compare.result.Comparison.Band;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/** Long-term spectra over a logarithmic frequency axis: above the levels, below what changes against the original. */
final class Spectra {
    private static final double LEFT = 58;
    private static final double RIGHT = 888;
    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 20_000;
    private static final List<String> MARKED =
            List.of("31.5", "63", "125", "250", "500", "1k", "2k", "4k", "8k", "16k");
    /** Further below the loudest band there is nothing to hear. */
    private static final double DEEPEST_DB = 70;

    private static final double STEP_DB = 10;
    private static final double LEAST_CHANGE_DB = 6;
    private static final double MOST_CHANGE_DB = 18;

    private final Comparison comparison;
    private final Look look;
    private final Scale levels;
    private final Scale changes;

    /**
     * A vertical axis.
     *
     * @param top y of the highest value
     * @param bottom y of the lowest
     */
    private record Scale(double top, double bottom, double highest, double lowest) {
        double y(double value) {
            double inside = Math.max(lowest, Math.min(highest, value));
            return top + (highest - inside) / (highest - lowest) * (bottom - top);
        }
    }

    Spectra(Comparison comparison, Look look) {
        this.comparison = comparison;
        this.look = look;
        double highest = comparison.versions().stream()
                .flatMap(version -> version.bandsDb().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double lowest = comparison.versions().stream()
                .flatMap(version -> version.bandsDb().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double top = Math.ceil(highest / STEP_DB) * STEP_DB;
        double bottom = Math.floor(Math.max(lowest, top - DEEPEST_DB) / STEP_DB) * STEP_DB;
        levels = new Scale(24, 330, top, Math.min(bottom, top - STEP_DB));
        double most = MOST_CHANGE_DB;
        double change = Math.ceil(largestChange() / LEAST_CHANGE_DB) * LEAST_CHANGE_DB;
        double range = Math.max(LEAST_CHANGE_DB, Math.min(most, change));
        changes = new Scale(372, 532, range, -range);
    }

    /** Where a frequency lies, from the left of the picture. */
    static double x(double hz) {
        return LEFT + StrictMath.log(hz / LOWEST_HZ) / StrictMath.log(HIGHEST_HZ / LOWEST_HZ) * (RIGHT - LEFT);
    }

    Markup markup() {
        var svg = new Markup()
                .open(
                        "svg",
                        "class",
                        "spectra",
                        "viewBox",
                        "0 0 900 576",
                        "role",
                        "img",
                        "aria-label",
                        "Third-octave spectra of all versions at the same loudness, and what they change against the"
                                + " original. The table of spectra has the figures.");
        grid(svg);
        comparison.versions().forEach(version -> line(svg, version, version.bandsDb(), levels));
        if (comparison.reference() != null) {
            line(svg, "v reference", null, "reference", comparison.reference().bandsDb(), levels);
        }
        comparison.versions().stream()
                .filter(version -> version.kind() != Kind.ORIGINAL)
                .forEach(version -> line(svg, version, changes(version), changes));
        return svg.close();
    }

    private void grid(Markup svg) {
        for (Band band : comparison.bands()) {
            if (MARKED.contains(band.name())) {
                String x = Amounts.at(x(band.hz()));
                svg.empty(
                        "line",
                        "class",
                        "tick",
                        "x1",
                        x,
                        "x2",
                        x,
                        "y1",
                        Amounts.at(levels.top()),
                        "y2",
                        Amounts.at(levels.bottom()));
                svg.empty(
                        "line",
                        "class",
                        "tick",
                        "x1",
                        x,
                        "x2",
                        x,
                        "y1",
                        Amounts.at(changes.top()),
                        "y2",
                        Amounts.at(changes.bottom()));
                svg.element("text", band.name(), "class", "hz", "x", x, "y", Amounts.at(changes.bottom() + 30));
            }
        }
        for (double db = levels.lowest(); db <= levels.highest(); db += STEP_DB) {
            level(svg, levels, db, Amounts.plain(db, 0));
        }
        for (double db :
                new double[] {changes.lowest(), changes.lowest() / 2, 0, changes.highest() / 2, changes.highest()}) {
            level(svg, changes, db, Amounts.signed(db, 0));
        }
        svg.element("text", "level, dB", "class", "name", "x", Amounts.at(LEFT), "y", "14");
        svg.element("text", "change, dB", "class", "name", "x", Amounts.at(LEFT), "y", "362");
        svg.element("text", "Hz", "class", "hz", "x", "24", "y", Amounts.at(changes.bottom() + 30));
    }

    private static void level(Markup svg, Scale scale, double db, String text) {
        String y = Amounts.at(scale.y(db));
        svg.empty(
                "line",
                "class",
                db == 0 && scale.lowest() < 0 && scale.highest() > 0 ? "tick neutral" : "tick",
                "x1",
                Amounts.at(LEFT),
                "x2",
                Amounts.at(RIGHT),
                "y1",
                y,
                "y2",
                y);
        svg.element("text", text, "class", "scale", "x", Amounts.at(LEFT - 8), "y", Amounts.at(scale.y(db) + 5));
    }

    private void line(Markup svg, Version version, List<Double> values, Scale scale) {
        line(svg, look.classes(version), version.id(), version.label(), values, scale);
    }

    private void line(Markup svg, String classes, String id, String label, List<Double> values, Scale scale) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                path.append(drawing ? 'L' : 'M')
                        .append(Amounts.at(x(comparison.bands().get(i).hz())));
                path.append(' ').append(Amounts.at(scale.y(value)));
            }
            drawing = value != null;
        }
        svg.open("path", "class", classes + " curve", "data-v", id, "d", path.toString())
                .element("title", label)
                .close();
    }

    /** The difference to the original; null where the original has nothing. */
    private List<Double> changes(Version version) {
        var changes = new ArrayList<Double>();
        List<Double> original = comparison.original().bandsDb();
        for (int i = 0; i < original.size(); i++) {
            boolean sounds = original.get(i) > Comparison.LEVEL_LUFS - DEEPEST_DB;
            changes.add(sounds ? version.bandsDb().get(i) - original.get(i) : null);
        }
        return changes;
    }

    private double largestChange() {
        return comparison.versions().stream()
                .flatMap(version -> changes(version).stream())
                .filter(change -> change != null)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }
}
