package org.tonmeister.training.evaluate.plot;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Predicted against true values: a small chart for each parameter. */
public final class ScatterPlots {
    private static final int SIZE = 320;
    private static final int COLUMNS = 4;
    private static final Color DOT = new Color(0x1b, 0x6c, 0xa8, 110);

    private ScatterPlots() {}

    /** @param points by the charts' titles, none of them empty */
    public static void write(Path png, Map<String, List<Point>> points) throws IOException {
        var charts = new ArrayList<XYChart>();
        points.forEach((title, list) -> charts.add(chart(title, list)));
        Sheet.write(png, charts, COLUMNS, SIZE, SIZE);
    }

    private static XYChart chart(String title, List<Point> points) {
        XYChart chart = new XYChartBuilder()
                .width(SIZE)
                .height(SIZE)
                .title(title)
                .xAxisTitle("true")
                .yAxisTitle("predicted")
                .build();
        var style = chart.getStyler();
        style.setLegendVisible(false);
        style.setChartBackgroundColor(Color.WHITE);
        style.setXAxisMin(0.0).setXAxisMax(1.0);
        style.setYAxisMin(0.0).setYAxisMax(1.0);
        style.setMarkerSize(4);
        chart.addSeries("right", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Color.LIGHT_GRAY);
        chart.addSeries(
                        "predicted",
                        points.stream().mapToDouble(Point::truth).toArray(),
                        points.stream().mapToDouble(Point::predicted).toArray())
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(DOT);
        return chart;
    }
}
