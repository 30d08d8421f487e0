package org.tonmeister.standalone.command;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.AnalysisTable;
import org.tonmeister.standalone.sound.FileAnalysis;

/** Tables on stdout: of one file a block with all its figures; of several a row each, as they come, then the blocks. */
final class AnalysisTables implements AnalysisResults {
    /** Of more files there are rows only. */
    static final int MOST_BLOCKS = 4;

    private final Terminal terminal;
    private final ProgressDisplay display;
    private final AnalysisTable table;
    private final boolean several;
    private final boolean brief;
    private final List<FileAnalysis> kept = new ArrayList<>();
    private int rows;

    /**
     * @param several whether there are rows
     * @param brief of several files rows only
     */
    AnalysisTables(Terminal terminal, ProgressDisplay display, boolean several, boolean brief) {
        this.terminal = terminal;
        this.display = display;
        this.several = several;
        this.brief = brief;
        table = new AnalysisTable(terminal.glyphs(), terminal.outPaint());
    }

    @Override
    public void add(FileAnalysis analysis) {
        if (!several) {
            print(table.block(analysis));
            return;
        }
        print((rows == 0 ? table.head() + "\n" : "") + table.row(analysis));
        rows++;
        if (!brief && kept.size() <= MOST_BLOCKS) {
            kept.add(analysis);
        }
    }

    @Override
    public void close() {
        if (kept.size() <= MOST_BLOCKS) {
            kept.forEach(analysis -> print("\n" + table.block(analysis).stripTrailing()));
        }
    }

    private void print(String text) {
        display.aside(() -> {
            terminal.out().println(text);
            terminal.out().flush();
        });
    }
}
