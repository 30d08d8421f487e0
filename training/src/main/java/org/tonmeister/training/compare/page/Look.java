package org.tonmeister.training.compare.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/** How versions look: each model has a colour, a shape and a lane of its own, and with the reference they are hollow. */
final class Look {
    private static final int COLOURS = 4;

    private final Map<String, Integer> lanes = new LinkedHashMap<>();

    Look(List<Version> versions) {
        for (Version version : versions) {
            if (version.kind() == Kind.MODEL) {
                lanes.putIfAbsent(version.model(), lanes.size());
            }
        }
    }

    /** How many models there are beside the ensemble. */
    int lanes() {
        return lanes.size();
    }

    /** The place of a model among the others, from 0. */
    int lane(Version version) {
        return lanes.get(version.model());
    }

    /** Classes of all that shows the version: colour, and whether it is hollow. */
    String classes(Version version) {
        String colour =
                switch (version.kind()) {
                    case ORIGINAL -> "original";
                    case UNTOUCHED -> "untouched";
                    case MODEL -> "model" + lane(version) % COLOURS;
                    case ENSEMBLE -> "ensemble";
                };
        return "v " + colour + (version.withReference() ? " referred" : "");
    }

    /** The mark of a version around a point, as an SVG path. */
    String path(Version version, double x, double y) {
        double r = 5;
        if (version.kind() != Kind.MODEL) {
            return line(x - r, y - r / 2) + "h" + Amounts.at(2 * r) + "v" + Amounts.at(r) + "h" + Amounts.at(-2 * r)
                    + "z";
        }
        return switch (lane(version) % COLOURS) {
            case 0 -> line(x - r, y) + "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
            case 1 -> line(x - r + 0.5, y - r + 0.5) + "h9v9h-9z";
            case 2 -> line(x, y - r - 0.5) + "l6 10.5h-12z";
            default -> line(x, y - r - 1) + "l6 6l-6 6l-6 -6z";
        };
    }

    /** The mark alone, for chips and tables. */
    Markup icon(Version version) {
        return new Markup()
                .open("svg", "class", "icon", "viewBox", "0 0 16 16", "aria-hidden", "true")
                .empty("path", "class", "mark", "d", path(version, 8, 8))
                .close();
    }

    private static String line(double x, double y) {
        return "M" + Amounts.at(x) + " " + Amounts.at(y);
    }
}
