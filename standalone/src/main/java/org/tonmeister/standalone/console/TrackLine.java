package org.tonmeister.standalone.console;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;
import org.tonmeister.standalone.report.Figures;
import org.tonmeister.standalone.report.Glyphs;

/** One track's progress as a line: name, bar, percentage, time, stage. */
final class TrackLine implements ProgressBarRenderer {
    private static final int NAME = 28;
    private static final int LEAST_BAR = 5;

    private final Glyphs glyphs;

    TrackLine(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    @Override
    public String render(ProgressState progress, int columns) {
        Duration elapsed = progress.getTotalElapsed();
        return line(
                progress.getTaskName(), progress.getNormalizedProgress(), elapsed, progress.getExtraMessage(), columns);
    }

    String line(String name, double fraction, Duration elapsed, String stage, int columns) {
        String tail = String.format(
                Locale.ROOT,
                " %3d %% %2d:%02d %s",
                (int) (100 * fraction),
                elapsed.toMinutes(),
                elapsed.toSecondsPart(),
                stage == null ? "" : stage);
        int nameWidth = Math.min(NAME, Math.max(8, columns - 40));
        int barWidth = Math.max(LEAST_BAR, columns - nameWidth - 1 - 24);
        int filled = (int) Math.round(fraction * barWidth);
        String line = Figures.fit(name, nameWidth) + " " + glyphs.filled().repeat(filled)
                + glyphs.empty().repeat(barWidth - filled) + tail;
        return line.length() > columns ? line.substring(0, columns) : line;
    }
}
