package org.tonmeister.standalone.report;

import static org.tonmeister.standalone.report.Figures.channels;
import static org.tonmeister.standalone.report.Figures.duration;
import static org.tonmeister.standalone.report.Figures.kilohertz;
import static org.tonmeister.standalone.report.Figures.pad;
import static org.tonmeister.standalone.report.Figures.tenths;
import static org.tonmeister.standalone.report.Figures.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.schemas.record.ModelPart;
import org.tonmeister.schemas.record.ParameterValues;
import org.tonmeister.schemas.record.SourceDescription;

/** A report as a table for the terminal, at most {@value #COLUMNS} columns wide unless a file's name is longer. */
public final class ReportTable {
    static final int COLUMNS = 80;
    private static final int LABEL = 14;
    private static final int BAR = 41;

    private final Glyphs glyphs;
    private final Paint paint;

    /** Draws with these glyphs and colours. */
    public ReportTable(Glyphs glyphs, Paint paint) {
        this.glyphs = glyphs;
        this.paint = paint;
    }

    /**
     * The table of a mix, ending with a line break.
     *
     * @param source name of the file that was mixed
     * @param target name of the file that was written
     */
    public String render(Mix mix, String source, String target) {
        String maker = mix.getVariant() + ", revision " + mix.getRevision();
        return render(mix.getReport(), mix.getFormat(), maker, source, target);
    }

    /**
     * The table of a report, ending with a line break.
     *
     * @param maker who set the parameters
     * @param source name of the file that was read
     * @param target name of the file that was written
     */
    public String render(MixReport report, MixFormat format, String maker, String source, String target) {
        var lines = new ArrayList<String>();
        lines.add(paint.bold(source + " " + glyphs.arrow() + " " + target));
        lines.add(paint.dim(whatItIs(report, format, maker)));
        lines.add("");
        lines.addAll(parameters(report.getParameters()));
        lines.add("");
        lines.addAll(loudness(report));
        List<String> models = models(report);
        if (!models.isEmpty() || !report.getNotes().isEmpty()) {
            lines.add("");
        }
        lines.addAll(models);
        lines.addAll(
                ModelTable.lines(report.getModels()).stream().map(paint::dim).toList());
        for (String note : report.getNotes()) {
            lines.addAll(Wrap.hanging("Note", note, LABEL, COLUMNS));
        }
        return String.join("\n", lines) + "\n";
    }

    private String whatItIs(MixReport report, MixFormat format, String maker) {
        SourceDescription source = report.getSource();
        return String.join(
                glyphs.separator(),
                duration(report.getSeconds()),
                kilohertz(report.getSampleRate()),
                source.getCodec() + " (" + channels(source.getChannels())
                        + (source.getSampleRate() == report.getSampleRate()
                                ? ""
                                : ", " + kilohertz(source.getSampleRate()))
                        + ") " + glyphs.arrow() + " " + format.name().toLowerCase(Locale.ROOT),
                maker);
    }

    private List<String> parameters(ParameterValues values) {
        var lines = new ArrayList<String>();
        for (Parameter parameter : Parameter.values()) {
            double value = (double) values.get(parameter.jsonName());
            lines.add(pad(parameter.label(), LABEL)
                    + paint.accent(new Bar(value, parameter.neutral()).render(BAR, glyphs))
                    + text("%7.3f", value)
                    + text("%12s", inUnits(parameter, value)));
        }
        lines.add(paint.dim(pad("", LABEL) + glyphs.neutral() + " neutral: the sound stays as it is"));
        return lines;
    }

    private List<String> loudness(MixReport report) {
        LoudnessFigures before = report.getBefore();
        LoudnessFigures after = report.getAfter();
        var gains = report.getGainReduction();
        return List.of(
                paint.dim(row("", "before", "after", "change", "")),
                row("Loudness", before.getLufs(), after.getLufs(), "LUFS"),
                row("Max momentary", before.getMaxMomentaryLufs(), after.getMaxMomentaryLufs(), "LUFS"),
                row("Max short-term", before.getMaxShortTermLufs(), after.getMaxShortTermLufs(), "LUFS"),
                row("Range", before.getLra(), after.getLra(), "LU"),
                row("True peak", before.getTruePeakDbtp(), after.getTruePeakDbtp(), "dBTP"),
                pad("Compressor", LABEL)
                        + text(
                                "takes off %.1f dB at most, %.1f dB on average, gives back %.1f dB",
                                gains.getCompressorMaxDb(), gains.getCompressorMeanDb(), gains.getMakeUpDb()),
                pad("Limiter", LABEL)
                        + text(
                                "takes off %.1f dB at most, works %.1f %% of the time",
                                gains.getLimiterMaxDb(), 100 * gains.getLimitedShare()));
    }

    private List<String> models(MixReport report) {
        var lines = new ArrayList<String>();
        String label = "Models";
        for (ModelPart part : report.getModels()) {
            String text = part.getModel() + " " + part.getVersion() + glyphs.separator() + part.getWindows()
                    + (part.getWindows() == 1 ? " window" : " windows") + glyphs.separator()
                    + text("%.0f %% of the parameters", 100 * meanShare(part.getWeights()));
            lines.addAll(Wrap.hanging(label, text, LABEL, COLUMNS));
            label = "";
        }
        if (!report.getMissingModels().isEmpty()) {
            lines.addAll(Wrap.hanging(
                    "Missing",
                    String.join(", ", report.getMissingModels()) + " did not answer in time",
                    LABEL,
                    COLUMNS));
        }
        return lines;
    }

    private static double meanShare(ParameterValues weights) {
        double sum = 0;
        for (Parameter parameter : Parameter.values()) {
            sum += (double) weights.get(parameter.jsonName());
        }
        return sum / Parameter.values().length;
    }

    private static String inUnits(Parameter parameter, double value) {
        double units = parameter.toUnits(value);
        return switch (parameter.unit()) {
            case "dB" -> text("%+.1f dB", tenths(units));
            case ":1" -> text("%.2f:1", units);
            default -> text("%.0f %s", units, parameter.unit());
        };
    }

    private static String row(String label, double before, double after, String unit) {
        // The difference of what is shown, so that the row adds up.
        double change = tenths(after) - tenths(before);
        return row(label, text("%.1f", tenths(before)), text("%.1f", tenths(after)), text("%+.1f", change), unit);
    }

    private static String row(String label, String before, String after, String change, String unit) {
        return (pad(label, LABEL) + text("%10s%10s%10s  %s", before, after, change, unit)).stripTrailing();
    }
}
