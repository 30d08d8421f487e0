package org.tonmeister.benchmarks.stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameter;

/** The tables of docs/chain.md in Markdown, by the name of their marker: a row for a figure, a column for a rate. */
final class Tables {
    private final List<Figures> rates;
    private final List<String> rows = new ArrayList<>();

    private Tables(List<Figures> rates) {
        this.rates = rates;
    }

    static Map<String, String> of(List<Figures> rates) {
        var tables = new LinkedHashMap<String, String>();
        tables.put("parameters", parameters());
        tables.put(
                "whole",
                new Tables(rates)
                        .row(
                                "samples changed by all-neutral parameters",
                                f -> count(
                                        f.whole().changedByNeutral(), f.whole().samples()))
                        .row(
                                "samples changed by the size of blocks",
                                f -> count(
                                        f.whole().changedByBlocks(), f.whole().blockSamples()))
                        .row(
                                "DC made of a held 50 Hz pulse wave by compression 0.5",
                                f -> number(f.whole().heldBassDcDbfs(), 1, "dBFS"))
                        .row(
                                "DC made of it by a limiter driven 12 dB higher",
                                f -> number(f.whole().limitedBassDcDbfs(), 1, "dBFS"))
                        .table());
        tables.put("compressor", compressor(rates));
        tables.put(
                "equaliser",
                new Tables(rates)
                        .row(
                                "largest error of a band's gain at ±12 dB",
                                f -> tiny(f.equaliser().gainErrorDb(), "dB"))
                        .row(
                                "+12 dB, then −12 dB: largest error of a sample, one band",
                                f -> tiny(f.equaliser().bandInverse(), ""))
                        .row(
                                "+12 dB, then −12 dB: what is left, all bands",
                                f -> number(f.equaliser().inverseDb(), 0, "dB"))
                        .table());
        tables.put("reverb", reverb(rates));
        tables.put("delay", delay(rates));
        tables.put(
                "width",
                new Tables(rates)
                        .row(
                                "largest change of a sample of the mono sum",
                                f -> tiny(f.width().monoSumChange(), ""))
                        .row(
                                "largest error of the side's gain",
                                f -> tiny(f.width().sideGainErrorDb(), "dB"))
                        .table());
        tables.put("limiter", limiter(rates));
        tables.put("meters", meters(rates));
        return tables;
    }

    private static String parameters() {
        var text = new StringBuilder(
                "| parameter | p = 0 | 0.25 | 0.5 | 0.75 | 1 | neutral |\n|---|---|---|---|---|---|---|\n");
        for (Parameter parameter : Parameter.values()) {
            text.append("| ")
                    .append(parameter.label())
                    .append(" (`")
                    .append(parameter.jsonName())
                    .append("`)");
            for (double p : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                double units = parameter.toUnits(p);
                text.append(
                        parameter == Parameter.COMPRESSION
                                ? String.format(Locale.ROOT, " | %.2f:1", units)
                                : " | " + number(units, 0, parameter.unit()));
            }
            text.append(" | ").append(parameter.neutral()).append(" |\n");
        }
        return text.toString();
    }

    private static String compressor(List<Figures> rates) {
        return new Tables(rates)
                .row(
                        "static curve, largest error at 20 levels",
                        f -> tiny(f.compressor().curveErrorDb(), "dB"))
                .row("attack, 63 %", f -> number(f.compressor().attackMs(), 2, "ms"))
                .row("release, 63 %", f -> number(f.compressor().releaseMs(), 1, "ms"))
                .row(
                        "compressor, then its inverse: what is left",
                        f -> number(f.compressor().inverseDb(), 0, "dB"))
                .row(
                        "made-up programme, largest error of its loudness",
                        f -> number(f.compressor().makeUpErrorLu(), 3, "LU"))
                .table();
    }

    private static String reverb(List<Figures> rates) {
        var tables = new Tables(rates);
        for (int i = 0; i < ReverbFigures.HZ.size(); i++) {
            int at = i;
            tables.row(
                    "T60 at " + ReverbFigures.HZ.get(i) + " Hz",
                    f -> number(f.reverb().t60Seconds().get(at), 2, "s"));
        }
        return tables.row(
                        "correlation of the tail's sides",
                        f -> number(f.reverb().correlation(), 3, ""))
                .row("return of a full send", f -> number(f.reverb().returnLu(), 2, "LU"))
                .row("peak after ten minutes of silence", f -> rest(f.reverb().restDbfs()))
                .table();
    }

    private static String delay(List<Figures> rates) {
        return new Tables(rates)
                .row("first repeat", f -> number(f.delay().firstMs(), 2, "ms"))
                .row("second repeat", f -> number(f.delay().secondMs(), 2, "ms"))
                .row("second beside the first", f -> number(f.delay().repeatDb(), 1, "dB"))
                .row("return of a full send", f -> number(f.delay().returnLu(), 2, "LU"))
                .row("peak after ten minutes of silence", f -> rest(f.delay().restDbfs()))
                .table();
    }

    private static String limiter(List<Figures> rates) {
        var tables = new Tables(rates)
                .row("latency, taken away again", f -> number(f.limiter().latencyMs(), 2, "ms"));
        for (String signal : rates.get(0).limiter().overshoots().keySet()) {
            tables.row(
                    "over the ceiling: " + signal,
                    f -> signed(f.limiter().overshoots().get(signal), "dB"));
        }
        return tables.row(
                        "over the ceiling: white noise up to Nyquist",
                        f -> signed(f.limiter().nyquistNoiseOvershootDb(), "dB"))
                .row(
                        "distortion of a steady 50 Hz tone, 10 dB too loud",
                        f -> number(f.limiter().bassDistortionDb(), 0, "dB"))
                .table();
    }

    private static String meters(List<Figures> rates) {
        return new Tables(rates)
                .row("integrated, Tech 3341 cases 1–5", f -> number(f.meters().integratedErrorLu(), 3, "LU"))
                .row("loudest 3 s, cases 9 and 10", f -> number(f.meters().shortTermErrorLu(), 3, "LU"))
                .row("loudest 400 ms, cases 12 and 13", f -> number(f.meters().momentaryErrorLu(), 3, "LU"))
                .row("true peak, cases 15–19", f -> number(f.meters().truePeakErrorDb(), 3, "dB"))
                .row(
                        "loudness range, Tech 3342 cases 1–4",
                        f -> number(f.meters().rangeErrorLu(), 2, "LU"))
                .table();
    }

    private Tables row(String name, Function<Figures, String> cell) {
        rows.add("| " + name + " | " + rates.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n");
        return this;
    }

    private String table() {
        String head = rates.stream()
                .map(f -> String.format(Locale.ROOT, "%.1f kHz", f.sampleRate() / 1000.0))
                .collect(Collectors.joining(" | "));
        return "| | " + head + " |\n|---|" + "---|".repeat(rates.size()) + "\n" + String.join("", rows);
    }

    private static String count(long changed, long samples) {
        return String.format(Locale.ROOT, "%,d of %,d", changed, samples);
    }

    private static String rest(Double dbfs) {
        return dbfs == null ? "nothing" : number(dbfs, 0, "dBFS");
    }

    private static String number(double value, int digits, String unit) {
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, unit)
                .strip()
                .replace('-', '−');
    }

    /** Two digits, as 1.2e−7. */
    private static String tiny(double value, String unit) {
        return String.format(Locale.ROOT, "%.1e %s", value, unit).strip().replace('-', '−');
    }

    private static String signed(double value, String unit) {
        return String.format(Locale.ROOT, "%+.2f %s", value, unit).replace('-', '−');
    }
}
