package org.tonmeister.standalone.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and areas between two axes, drawn by XChart; the axes themselves are drawn by the {@link Sheet}. */
final class Curves implements Panel.Content {
    private static final Color NOTHING = new Color(255, 255, 255, 0);

    private final Axis x;
    private final XYChart chart;
    private int count;

    Curves(Axis x, Axis y) {
        this.x = x;
        chart = new XYChartBuilder().build();
        var style = chart.getStyler();
        style.setChartTitleVisible(false);
        style.setLegendVisible(false);
        style.setChartPadding(0);
        style.setChartBackgroundColor(NOTHING);
        style.setPlotBackgroundColor(NOTHING);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesVisible(false);
        style.setPlotContentSize(1);
        style.setPlotMargin(0);
        style.setAxisTicksVisible(false);
        style.setAxisTitlesVisible(false);
        style.setAntiAlias(true);
        style.setXAxisMin(x.from());
        style.setXAxisMax(x.to());
        style.setYAxisMin(y.from());
        style.setYAxisMax(y.to());
    }

    /** A line through points. */
    void line(double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        add(xs, ys, colour, stroke);
    }

    /** A level line from one side to the other. */
    void level(double y, Color colour, BasicStroke stroke) {
        add(new double[] {x.from(), x.to()}, new double[] {y, y}, colour, stroke);
    }

    /** The area between two lines of the same {@code xs}. */
    void area(double[] xs, float[] low, float[] high, Color colour) {
        int n = xs.length;
        double[] aroundX = new double[2 * n + 1];
        double[] aroundY = new double[2 * n + 1];
        for (int i = 0; i < n; i++) {
            aroundX[i] = xs[i];
            aroundY[i] = high[i];
            aroundX[2 * n - 1 - i] = xs[i];
            aroundY[2 * n - 1 - i] = low[i];
        }
        aroundX[2 * n] = aroundX[0];
        aroundY[2 * n] = aroundY[0];
        var series = add(aroundX, aroundY, colour, Design.THIN);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        // XChart does not paint a chart without series.
        if (count > 0) {
            chart.paint(graphics, width, height);
        }
    }

    private XYSeries add(double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        count++;
        var series = chart.addSeries(Integer.toString(count), xs, ys);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        return series;
    }
}
