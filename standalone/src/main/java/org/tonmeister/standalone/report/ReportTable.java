package org.tonmeister.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.LoudnessFigures;
import org.tonmeister.schemas.record.Mix;
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
     * The table, ending with a line break.
     *
     * @param source name of the file that was mixed
     * @param target name of the file that was written
     */
    public String render(Mix mix, String source, String target) {
        MixReport report = mix.getReport();
        var lines = new ArrayList<String>();
        lines.add(paint.bold(source + " " + glyphs.arrow() + " " + target));
        lines.add(paint.dim(whatItIs(mix)));
        lines.add("");
        lines.addAll(parameters(report.getParameters()));
        lines.add("");
        lines.addAll(loudness(report));
        lines.add("");
        lines.addAll(models(report));
        for (String note : report.getNotes()) {
            lines.addAll(Wrap.hanging("Note", note, LABEL, COLUMNS));
        }
        return String.join("\n", lines) + "\n";
    }

    private String whatItIs(Mix mix) {
        MixReport report = mix.getReport();
        SourceDescription source = report.getSource();
        long seconds = Math.round(report.getSeconds());
        return String.join(
                glyphs.separator(),
                text("%d:%02d", seconds / 60, seconds % 60),
                kilohertz(report.getSampleRate()),
                source.getCodec() + " (" + channels(source.getChannels())
                        + (source.getSampleRate() == report.getSampleRate()
                                ? ""
                                : ", " + kilohertz(source.getSampleRate()))
                        + ") " + glyphs.arrow() + " " + mix.getFormat().name().toLowerCase(Locale.ROOT),
                mix.getVariant() + ", revision " + mix.getRevision());
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
        return row(label, text("%.1f", before), text("%.1f", after), text("%+.1f", change), unit);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String row(String label, String before, String after, String change, String unit) {
        return (pad(label, LABEL) + text("%10s%10s%10s  %s", before, after, change, unit)).stripTrailing();
    }

    private static String kilohertz(int hertz) {
        return text("%s kHz", hertz % 1000 == 0 ? Integer.toString(hertz / 1000) : Double.toString(hertz / 1000.0));
    }

    private static String channels(int count) {
        return switch (count) {
            case 1 -> "mono";
            case 2 -> "stereo";
            default -> count + " channels";
        };
    }

    /** A number is written the same way in every country: reports are compared and pasted. */
    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
