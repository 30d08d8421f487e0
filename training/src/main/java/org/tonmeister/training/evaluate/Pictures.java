package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.evaluate.plot.Point;
import org.tonmeister.training.evaluate.plot.ScatterPlots;
import org.tonmeister.training.evaluate.plot.SkillBars;
import org.tonmeister.training.targets.Protocol;

/** Draws an evaluation: skills as bars, and the last model's predictions against the truth. */
final class Pictures {
    private static final String ALL = "All eight";

    private final Evaluation evaluation;
    private final Path folder;

    Pictures(Evaluation evaluation, Path folder) {
        this.evaluation = evaluation;
        this.folder = folder;
    }

    /** Writes all pictures. */
    void write() throws IOException {
        for (Protocol protocol : RowFigures.PROTOCOLS) {
            bars(protocol);
            scatter(protocol, Row.Kind.BLIND);
            scatter(protocol, Row.Kind.REFERENCE);
        }
    }

    private void bars(Protocol protocol) throws IOException {
        List<String> groups =
                new ArrayList<>(Judged.EIGHT.stream().map(Parameter::label).toList());
        groups.add(ALL);
        Map<String, List<Double>> skills = new LinkedHashMap<>();
        for (RowFigures row : evaluation.rows()) {
            if (!row.kind().equals(label(Row.Kind.YARDSTICK))) {
                ErrorFigures figures = row.errors(protocol, Level.TRACK);
                List<Double> values = new ArrayList<>(figures.skillByParameter().values());
                values.add(figures.skill());
                skills.put(row.name(), values);
            }
        }
        String name = protocol.jsonName();
        SkillBars.write(
                folder.resolve("skill-" + name + ".png"),
                "Skill on " + name.toUpperCase(Locale.ROOT) + ", track level: 1 − MAE / MAE of the constant",
                groups,
                skills);
    }

    private void scatter(Protocol protocol, Row.Kind kind) throws IOException {
        List<String> rows = evaluation.rows().stream()
                .filter(row -> row.kind().equals(label(kind)))
                .map(RowFigures::name)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        String row = rows.get(rows.size() - 1);
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (Parameter parameter : Judged.EIGHT) {
            points.put(
                    parameter.label(),
                    evaluation.tracks().stream()
                            .flatMap(track -> track.rows().get(row).stream())
                            .filter(judged -> judged.example().protocol() == protocol)
                            .map(judged -> new Point(
                                    judged.example().parameters().get(parameter),
                                    judged.parameters().get(parameter)))
                            .toList());
        }
        ScatterPlots.write(folder.resolve("predicted-" + protocol.jsonName() + "-" + label(kind) + ".png"), points);
    }

    private static String label(Row.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
