package org.tonmeister.training.compare.page;

import java.util.List;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.compare.result.Version;
import org.tonmeister.training.compare.result.Version.Kind;

/** The ten faders: a lane for each model with a mark where it sets the parameter, and the ensemble's cap across them. */
final class Faders {
    private static final double TOP = 14;
    private static final double HEIGHT = 200;
    private static final double WIDTH = 120;
    private static final double LANES_LEFT = 40;
    private static final double LANES_RIGHT = 116;
    private static final double CAP_HEIGHT = 13;

    private final Look look;
    private final List<Version> set;

    Faders(Look look, List<Version> versions) {
        this.look = look;
        set = versions.stream()
                .filter(version -> version.kind() == Kind.MODEL || version.kind() == Kind.ENSEMBLE)
                .toList();
    }

    /** Where a value from 0 to 1 lies, from the top of the picture. */
    static double y(double value) {
        return TOP + (1 - value) * HEIGHT;
    }

    /** Where the lane of a model lies, from the left of the picture. */
    double x(Version version) {
        return LANES_LEFT + (look.lane(version) + 0.5) * (LANES_RIGHT - LANES_LEFT) / look.lanes();
    }

    Markup markup(List<Version> versions) {
        var page = new Markup().open("div", "class", "faders");
        for (Parameter parameter : Parameter.values()) {
            page.open("figure", "class", "fader").element("figcaption", parameter.label());
            page.trusted(picture(parameter));
            page.open("p", "class", "values");
            versions.forEach(version -> page.element(
                    "span", Amounts.of(version, parameter), "class", look.classes(version), "data-v", version.id()));
            page.close().close();
        }
        return page.close();
    }

    private Markup picture(Parameter parameter) {
        String described = set.stream()
                .map(version -> version.label() + " " + Amounts.of(version, parameter))
                .collect(Collectors.joining(", "));
        var svg = new Markup()
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + Amounts.at(WIDTH) + " " + Amounts.at(TOP + HEIGHT + TOP),
                        "role",
                        "img",
                        "aria-label",
                        parameter.label() + ": " + described);
        scale(svg, parameter);
        set.stream().filter(version -> version.kind() == Kind.MODEL).forEach(version -> lane(svg, version));
        set.stream()
                .filter(version -> version.kind() == Kind.ENSEMBLE)
                .forEach(version -> cap(svg, version, parameter));
        set.stream().filter(version -> version.kind() == Kind.MODEL).forEach(version -> mark(svg, version, parameter));
        return svg.close();
    }

    private static void scale(Markup svg, Parameter parameter) {
        for (double value : ticks(parameter)) {
            String y = Amounts.at(y(value));
            boolean neutral = value == parameter.neutral();
            svg.empty(
                    "line",
                    "class",
                    neutral ? "tick neutral" : "tick",
                    "x1",
                    Amounts.at(LANES_LEFT - 6),
                    "x2",
                    Amounts.at(LANES_RIGHT),
                    "y1",
                    y,
                    "y2",
                    y);
            svg.element("text", tick(parameter, value), "x", "30", "y", Amounts.at(y(value) + 4), "class", "scale");
        }
    }

    /** Values with a figure beside them. */
    private static double[] ticks(Parameter parameter) {
        return parameter.unit().equals(":1")
                ? new double[] {0, 1 / 3.0, 2 / 3.0, 1}
                : new double[] {0, 0.25, 0.5, 0.75, 1};
    }

    private static String tick(Parameter parameter, double value) {
        double amount = parameter.toUnits(value);
        return switch (parameter.unit()) {
            case ":1" -> Amounts.plain(amount, 0) + ":1";
            case "%" -> Amounts.plain(amount, 0);
            default -> Amounts.signed(amount, 0);
        };
    }

    private void lane(Markup svg, Version version) {
        String x = Amounts.at(x(version));
        svg.empty("line", "class", "lane", "x1", x, "x2", x, "y1", Amounts.at(y(1)), "y2", Amounts.at(y(0)));
    }

    private void mark(Markup svg, Version version, Parameter parameter) {
        double y = y(version.setting(parameter).orElseThrow().value());
        shape(svg, version, parameter, look.path(version, x(version), y));
    }

    private void cap(Markup svg, Version version, Parameter parameter) {
        double y = y(version.setting(parameter).orElseThrow().value());
        String across = "h" + Amounts.at(LANES_RIGHT - LANES_LEFT);
        String left = "M" + Amounts.at(LANES_LEFT) + " ";
        shape(
                svg,
                version,
                parameter,
                left + Amounts.at(y - CAP_HEIGHT / 2) + across + "v" + Amounts.at(CAP_HEIGHT) + "H"
                        + Amounts.at(LANES_LEFT) + "z" + left + Amounts.at(y) + across);
    }

    private void shape(Markup svg, Version version, Parameter parameter, String path) {
        String cap = version.kind() == Kind.ENSEMBLE ? " cap" : " mark";
        svg.open("path", "class", look.classes(version) + cap, "data-v", version.id(), "d", path)
                .element("title", version.label() + ": " + Amounts.of(version, parameter))
                .close();
    }
}
