package org.tonmeister.benchmarks.stages;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tonmeister.audio.dsp.EqBand;

/** The picture of docs/chain.md: three charts of what the chain does at 48 kHz, measured and not calculated. */
final class Curves {
    private static final int RATE = 48_000;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final Color[] COLOURS = {
        new Color(0x1b6ca8), new Color(0xd1495b), new Color(0x3a7d44), new Color(0x8f5db7), new Color(0xc77d0a),
    };

    private Curves() {}

    static void write(Path png) throws IOException {
        Files.createDirectories(png.toAbsolutePath().getParent());
        var charts = List.of(compressor(), equaliser(), reverb());
        var picture = new BufferedImage(WIDTH, HEIGHT * charts.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (XYChart chart : charts) {
            chart.paint(canvas, WIDTH, HEIGHT);
            canvas.translate(0, HEIGHT);
        }
        canvas.dispose();
        ImageIO.write(picture, "png", png.toFile());
    }

    private static XYChart compressor() {
        XYChart chart = chart("Compressor: level of a steady tone, before make-up", "in, LUFS", "out, LUFS");
        for (double p : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            List<Double> in = new ArrayList<>();
            List<Double> out = new ArrayList<>();
            for (double lufs = -50; lufs <= 0; lufs += 1) {
                in.add(lufs);
                out.add(lufs - CompressorFigures.reductionDb(RATE, p, lufs));
            }
            add(chart, String.format(Locale.ROOT, "p = %.2f", p), in, out);
        }
        return chart;
    }

    private static XYChart equaliser() {
        XYChart chart = chart("Equaliser: each band at +12 and −12 dB", "Hz", "dB");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setXAxisDecimalPattern("0");
        for (EqBand band : EqBand.values()) {
            for (double gainDb : new double[] {12, -12}) {
                List<Double> hz = new ArrayList<>();
                List<Double> db = new ArrayList<>();
                for (double f = 20; f <= 20_000; f *= 1.06) {
                    hz.add(f);
                    db.add(EqualiserFigures.responseDb(RATE, EqualiserFigures.with(band, gainDb), f));
                }
                String name = band.parameter().label();
                var series = chart.addSeries(name + (gainDb > 0 ? "" : " down"), hz, db);
                series.setMarker(SeriesMarkers.NONE).setLineColor(COLOURS[band.ordinal()]);
                series.setShowInLegend(gainDb > 0);
            }
        }
        return chart;
    }

    private static XYChart reverb() {
        XYChart chart = chart("Reverb: energy still to come after an impulse", "s", "dB");
        for (int rate : new int[] {44_100, 48_000, 96_000}) {
            double[] left = ReverbFigures.decay(ReverbFigures.response(rate, 2)[0]);
            List<Double> seconds = new ArrayList<>();
            List<Double> db = new ArrayList<>();
            for (int i = 0; i < 1.6 * rate; i += rate / 200) {
                seconds.add(i / (double) rate);
                db.add(10 * Math.log10(left[i] / left[0]));
            }
            add(chart, String.format(Locale.ROOT, "%.1f kHz", rate / 1000.0), seconds, db);
        }
        return chart;
    }

    private static void add(XYChart chart, String name, List<Double> x, List<Double> y) {
        Color colour = COLOURS[chart.getSeriesCollection().size()];
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(colour);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        return chart;
    }
}
