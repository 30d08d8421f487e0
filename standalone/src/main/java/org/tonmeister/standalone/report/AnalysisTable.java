package org.tonmeister.standalone.report;

import static org.tonmeister.standalone.report.Figures.duration;
import static org.tonmeister.standalone.report.Figures.fit;
import static org.tonmeister.standalone.report.Figures.pad;
import static org.tonmeister.standalone.report.Figures.tenths;
import static org.tonmeister.standalone.report.Figures.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tonmeister.audio.analysis.AverageSpectrum;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.ToneBands;

/** Analyses for the terminal, at most 80 columns wide unless a file's name is longer: a row or a block for each. */
public final class AnalysisTable {
    private static final int NAME = 24;
    private static final int LABEL = 14;
    private static final int BAND = 20;
    private static final int BAR = 48;
    /** What an empty bar means: a cell is 1 dB. */
    private static final double BAR_FLOOR_DB = -BAR;

    private static final String ROW = "%s%7s%6s%7s%7s%7s%6s%6s%8s";

    private final Glyphs glyphs;
    private final Paint paint;

    /** Draws with these glyphs and colours. */
    public AnalysisTable(Glyphs glyphs, Paint paint) {
        this.glyphs = glyphs;
        this.paint = paint;
    }

    /**
     * The line above the rows: integrated loudness, loudness range, loudest 400 ms and 3 s, true peak, crest factor, peak
     * to loudness ratio.
     */
    public String head() {
        return paint.dim(text(ROW, pad("", NAME), "LUFS", "LRA", "M max", "S max", "dBTP", "crest", "PLR", "length"));
    }

    /** A file's main figures in one line. */
    public String row(FileAnalysis analysis) {
        TrackAnalysis figures = analysis.figures();
        var loudness = figures.measurement().loudness();
        return text(
                ROW,
                fit(String.valueOf(analysis.path().getFileName()), NAME),
                tenth(loudness.integratedLufs()),
                tenth(loudness.rangeLu()),
                tenth(loudness.maxMomentaryLufs()),
                tenth(loudness.maxShortTermLufs()),
                tenth(figures.measurement().truePeakDbtp()),
                tenth(figures.crestDb()),
                tenth(figures.peakToLoudnessLu()),
                duration(figures.seconds()));
    }

    /** All of a file's figures, ending with a line break. */
    public String block(FileAnalysis analysis) {
        TrackAnalysis figures = analysis.figures();
        var lines = new ArrayList<String>();
        lines.add(paint.bold(analysis.path().toString()));
        lines.add(paint.dim(whatItIs(analysis)));
        lines.add("");
        lines.addAll(levels(figures));
        lines.add("");
        AverageSpectrum spectrum = figures.spectrum();
        lines.addAll(bands("Tone", AnalysisTable::withRange, spectrum, ToneBands.below(spectrum.nyquistHz())));
        lines.add("");
        lines.addAll(bands(
                "Octaves",
                band -> text("%9s", band.name().replaceFirst("k?$", " $0Hz")),
                spectrum,
                FrequencyBand.octaves(spectrum.nyquistHz())));
        if (!analysis.notes().isEmpty()) {
            lines.add("");
        }
        for (String note : analysis.notes()) {
            lines.addAll(Wrap.hanging("Note", note, LABEL, ReportTable.COLUMNS));
        }
        return String.join("\n", lines) + "\n";
    }

    private String whatItIs(FileAnalysis analysis) {
        SourceInfo info = analysis.info();
        var parts = new ArrayList<String>();
        parts.add(duration(analysis.figures().seconds()));
        parts.add(Figures.kilohertz(info.sampleRate()));
        if (!info.lossy()) {
            parts.add(info.bitsPerSample() + " bit");
        }
        parts.add(info.codec() + " (" + info.channelLayout() + ") in " + info.container());
        return String.join(glyphs.separator(), parts);
    }

    private List<String> levels(TrackAnalysis figures) {
        var loudness = figures.measurement().loudness();
        return List.of(
                pair(
                        "Loudness", tenth(loudness.integratedLufs()) + " LUFS",
                        "True peak", tenth(figures.measurement().truePeakDbtp()) + " dBTP"),
                pair(
                        "Max momentary", tenth(loudness.maxMomentaryLufs()) + " LUFS",
                        "Sample peak", tenth(figures.samplePeakDbfs()) + " dBFS"),
                pair(
                        "Max short-term", tenth(loudness.maxShortTermLufs()) + " LUFS",
                        "RMS", tenth(figures.rmsDbfs()) + " dBFS"),
                pair(
                        "Range", tenth(loudness.rangeLu()) + " LU  ",
                        "Crest", tenth(figures.crestDb()) + " dB  "),
                pair(
                        "Peak/loudness", tenth(figures.peakToLoudnessLu()) + " LU  ",
                        "DC offset", tenth(figures.dcDbfs()) + " dBFS"),
                pair(
                        "Side/mid",
                        sideToMid(figures),
                        "Correlation",
                        text("%+.2f     ", Math.round(100 * figures.correlation()) / 100.0)));
    }

    private static String sideToMid(TrackAnalysis figures) {
        double db = figures.sideToMidDb();
        if (Math.abs(db) < TrackAnalysis.WIDEST_DB) {
            return tenth(db) + " dB  ";
        }
        return db < 0 ? "no side" : "no mid";
    }

    private static String pair(String first, String value, String second, String other) {
        return (pad(first, LABEL + 1) + text("%12s", value) + "      " + pad(second, LABEL) + text("%12s", other))
                .stripTrailing();
    }

    private List<String> bands(
            String title, Function<FrequencyBand, String> label, AverageSpectrum spectrum, List<FrequencyBand> bands) {
        var lines = new ArrayList<String>();
        lines.add(paint.dim(title + ": the level of each band relative to the whole, dB"));
        for (FrequencyBand band : bands) {
            double db = spectrum.relativeDb(band);
            int cells = (int) Math.round(BAR * Math.max(0, 1 - db / BAR_FLOOR_DB));
            String bar = paint.accent(glyphs.filled().repeat(cells));
            lines.add((pad(label.apply(band), BAND) + text("%8s  ", tenth(db)) + bar).stripTrailing());
        }
        return lines;
    }

    private static String withRange(FrequencyBand band) {
        return pad(band.name(), BAND / 2) + hertz(band.lowHz()) + "-" + hertz(band.highHz());
    }

    private static String hertz(double value) {
        return value < 1000 ? text("%.0f", value) : text("%.1fk", value / 1000);
    }

    private static String tenth(double value) {
        return text("%.1f", tenths(value));
    }
}
