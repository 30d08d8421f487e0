package org.tonmeister.training.evaluate.plot;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Skills as bars: a group for each parameter, a colour for each row. */
public final class SkillBars {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 480;
    /** Worse than that is shown as that; the tables have the figures. */
    private static final double LOWEST = -0.5;

    private SkillBars() {}

    /**
     * Draws the chart.
     *
     * @param groups names of the groups
     * @param skills by row, one for each group
     */
    public static void write(Path png, String title, List<String> groups, Map<String, List<Double>> skills)
            throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle("skill")
                .build();
        var style = chart.getStyler();
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setChartBackgroundColor(Color.WHITE);
        style.setAvailableSpaceFill(0.85);
        style.setYAxisMin(LOWEST).setYAxisMax(1.0);
        style.setYAxisDecimalPattern("0.0");
        skills.forEach((row, values) -> chart.addSeries(
                        row,
                        groups,
                        values.stream().map(value -> Math.max(LOWEST, value)).toList())
                .setFillColor(Sheet.COLOURS.get((chart.getSeriesCollection().size() - 1) % Sheet.COLOURS.size())));
        Sheet.write(png, List.of(chart), 1, WIDTH, HEIGHT);
    }
}
