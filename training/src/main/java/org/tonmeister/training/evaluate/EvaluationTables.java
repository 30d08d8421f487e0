package org.tonmeister.training.evaluate;

import static org.tonmeister.training.evaluate.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.targets.Protocol;

/** The evaluation as tables in Markdown. */
final class EvaluationTables {
    private final Evaluation evaluation;

    EvaluationTables(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add("Commit " + evaluation.provenance().commit() + ", corpus manifest "
                + evaluation.provenance().manifestMd5() + ". "
                + evaluation.provenance().protocol() + "\n");
        parts.add(heading("Error over the eight parameters without the sends") + overall());
        for (Protocol protocol : RowFigures.PROTOCOLS) {
            parts.add(heading("Skill by parameter, " + label(protocol) + ", track level") + byParameter(protocol));
        }
        for (Protocol protocol : RowFigures.PROTOCOLS) {
            if (evaluation.rows().stream().anyMatch(row -> row.sound().containsKey(protocol.jsonName()))) {
                parts.add(heading("In sound, " + label(protocol) + ", "
                                + evaluation.provenance().soundTracks() + " tracks")
                        + sound(protocol));
            }
        }
        evaluation
                .sends()
                .forEach((source, figures) -> parts.add(heading("Sends, source: " + source) + sends(figures)));
        if (!evaluation.behaviour().isEmpty()) {
            parts.add(heading("Plain flaws of " + evaluation.provenance().soundTracks()
                            + " real masters: share in which the right parameter rises")
                    + behaviour());
        }
        if (!evaluation.timing().isEmpty()) {
            parts.add(heading("Cost of a four-minute song (measured on one machine, without the features)") + timing());
        }
        return String.join("\n", parts);
    }

    private String overall() {
        var table = new MarkdownTable(
                "row",
                List.of(
                        "A12 MAE",
                        "A12 skill",
                        "± s.e.",
                        "window MAE",
                        "window skill",
                        "B12 MAE",
                        "B12 skill",
                        "± s.e.",
                        "window skill",
                        "clean MAE"));
        for (RowFigures row : evaluation.rows()) {
            ErrorFigures a = row.errors(Protocol.A12, Level.TRACK);
            ErrorFigures aWindow = row.errors(Protocol.A12, Level.WINDOW);
            ErrorFigures b = row.errors(Protocol.B12, Level.TRACK);
            ErrorFigures bWindow = row.errors(Protocol.B12, Level.WINDOW);
            table.add(
                    row.name(),
                    List.of(
                            number(a.mae(), 3),
                            number(a.skill(), 3),
                            number(a.skillStandardError(), 3),
                            number(aWindow.mae(), 3),
                            number(aWindow.skill(), 3),
                            number(b.mae(), 3),
                            number(b.skill(), 3),
                            number(b.skillStandardError(), 3),
                            number(bWindow.skill(), 3),
                            number(row.clean().mae(), 3)));
        }
        return table.toString();
    }

    private String byParameter(Protocol protocol) {
        var table = new MarkdownTable(
                "row", Judged.EIGHT.stream().map(Parameter::label).toList());
        for (RowFigures row : evaluation.rows()) {
            ErrorFigures figures = row.errors(protocol, Level.TRACK);
            boolean constant = row.name().equals(Rows.CONSTANT);
            table.add(
                    constant ? "constant (MAE)" : row.name(),
                    Judged.EIGHT.stream()
                            .map(parameter -> (constant ? figures.maeByParameter() : figures.skillByParameter())
                                    .get(parameter.jsonName()))
                            .map(value -> number(value, constant ? 3 : 2))
                            .toList());
        }
        return table.toString();
    }

    private String sound(Protocol protocol) {
        var table = new MarkdownTable(
                "row",
                List.of(
                        "MR-STFT",
                        "MR-STFT as DeepAFx-ST",
                        "loudness, LU",
                        "centroid, Hz",
                        "bands, dB",
                        "side/mid, dB",
                        "crest, dB",
                        "highest true peak, dBTP"));
        for (RowFigures row : evaluation.rows()) {
            SoundFigures sound = row.sound().get(protocol.jsonName());
            if (sound != null) {
                table.add(
                        row.name(),
                        List.of(
                                number(sound.mrStft(), 3), number(sound.mrStftDeepAfx(), 3),
                                number(sound.loudnessLu(), 2), number(sound.centroidHz(), 0),
                                number(sound.bandDb(), 2), number(sound.sideToMidDb(), 2),
                                number(sound.crestDb(), 2), number(sound.truePeakDbtp(), 2)));
            }
        }
        return table.toString();
    }

    private static String sends(Map<String, Map<String, SendFigures>> byParameter) {
        var columns = new ArrayList<String>();
        Judged.SENDS.forEach(send ->
                columns.addAll(List.of(send.jsonName() + " MAE", "skill", "± s.e.", "against the source's constant")));
        var table = new MarkdownTable("row", columns);
        var rows = byParameter.values().iterator().next().keySet();
        for (String row : rows) {
            var cells = new ArrayList<String>();
            for (Parameter send : Judged.SENDS) {
                SendFigures figures = byParameter.get(send.jsonName()).get(row);
                cells.add(number(figures.mae(), 3));
                cells.add(number(figures.skill(), 2));
                cells.add(number(figures.skillStandardError(), 2));
                cells.add(number(figures.skillAgainstSource(), 2));
            }
            table.add(row, cells);
        }
        return table.toString();
    }

    private String behaviour() {
        var columns = new ArrayList<String>();
        columns.add("all");
        columns.addAll(BehaviourFigures.flaws());
        columns.add("untouched: distance from neutral");
        var table = new MarkdownTable("row", columns);
        evaluation.behaviour().forEach((row, figures) -> {
            var cells = new ArrayList<String>();
            cells.add(percent(figures.right()));
            BehaviourFigures.flaws()
                    .forEach(flaw -> cells.add(percent(figures.rightByFlaw().getOrDefault(flaw, 0.0))));
            cells.add(number(figures.distanceFromNeutral(), 3));
            table.add(row, cells);
        });
        return table.toString();
    }

    private String timing() {
        var table = new MarkdownTable("model", List.of("CPU, s", "weights, MB"));
        evaluation
                .timing()
                .forEach((model, timing) -> table.add(
                        model, List.of(number(timing.cpuSeconds(), 3), number(timing.weightBytes() / 1e6, 2))));
        return table.toString();
    }

    private static String percent(double share) {
        return number(100 * share, 0) + " %";
    }

    private static String heading(String text) {
        return "**" + text + "**\n\n";
    }

    private static String label(Protocol protocol) {
        return protocol.jsonName().toUpperCase(Locale.ROOT);
    }
}
