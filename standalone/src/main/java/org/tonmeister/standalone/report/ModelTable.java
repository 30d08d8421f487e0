package org.tonmeister.standalone.report;

import static org.tonmeister.standalone.report.Figures.pad;
import static org.tonmeister.standalone.report.Figures.text;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.ModelPart;

/** What each of several models says, side by side: a row for each parameter, a column for each model. */
final class ModelTable {
    private static final int LABEL = 14;
    private static final int COLUMN = 13;
    private static final int MOST = (ReportTable.COLUMNS - LABEL) / COLUMN;

    private ModelTable() {}

    /** The rows; none for a single model, or for more than fit beside each other. */
    static List<String> lines(List<ModelPart> models) {
        if (models.size() < 2 || models.size() > MOST) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(row("", models.stream().map(ModelTable::heading).toList()));
        for (Parameter parameter : Parameter.values()) {
            lines.add(row(
                    parameter.label(),
                    models.stream()
                            .map(model ->
                                    text("%.3f", (double) model.getParameters().get(parameter.jsonName())))
                            .toList()));
        }
        return lines;
    }

    /** A name, shortened if it would run into the next. */
    private static String heading(ModelPart model) {
        String name = model.getModel();
        return name.length() < COLUMN ? name : name.substring(0, COLUMN - 1);
    }

    private static String row(String label, List<String> cells) {
        return pad(label, LABEL)
                + String.join(
                        "",
                        cells.stream()
                                .map(cell -> text("%" + COLUMN + "s", cell))
                                .toList());
    }
}
