package org.tonmeister.standalone.command;

import java.nio.file.Path;
import org.tonmeister.schemas.record.MixReport;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.ReportTable;

/**
 * Tables of what was rendered, on stdout.
 *
 * @param maker who set the parameters
 */
record RenderTables(Terminal terminal, ProgressDisplay display, String maker) {
    void print(MixReport report, Path source, Path target) {
        String table = new ReportTable(terminal.glyphs(), terminal.outPaint())
                .render(report, report.getOptions().getFormat(), maker, source.toString(), target.toString());
        display.aside(() -> {
            terminal.out().println(table);
            terminal.out().flush();
        });
    }
}
