package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.ReportTable;

/** Where mixes and complaints end: files, tables on stdout, lines on stderr. Counts what went wrong. */
final class MixDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MixDesk.class);

    private final Terminal terminal;
    private final ProgressDisplay display;
    private final MixOutput output;
    private final boolean quiet;
    private int failures;

    /** @param quiet no tables */
    MixDesk(Terminal terminal, ProgressDisplay display, MixOutput output, boolean quiet) {
        this.terminal = terminal;
        this.display = display;
        this.output = output;
        this.quiet = quiet;
    }

    /** A file that will not be mixed. */
    void reject(MixJob job, String reason) {
        job.close();
        complain(job.input().path(), reason);
    }

    /** A file that there will be no mix of, for the reason given. */
    void complain(Path file, String reason) {
        failures++;
        display.say(file + ": " + Reasons.firstLine(reason));
    }

    /** Writes mix and report; false if it cannot be done, which is then said. */
    boolean write(MixJob job, Mix mix, TonmeisterClient client) {
        Path source = job.input().path();
        try {
            Path written = output.write(client, mix, job.outputName());
            if (!quiet) {
                String table = new ReportTable(terminal.glyphs(), terminal.outPaint())
                        .render(mix, source.toString(), written.toString());
                display.aside(() -> {
                    terminal.out().println(table);
                    terminal.out().flush();
                });
            }
            return true;
        } catch (MissingRangeException | KafkaException e) {
            complain(source, "the mix cannot be fetched: " + e.getMessage());
        } catch (IOException e) {
            complain(source, "the mix cannot be written: " + Reasons.of(e));
        }
        LOG.atWarn().addKeyValue("trackId", mix.getTrackId()).log("A mix was not written");
        return false;
    }

    /** Files without a mix. */
    int failures() {
        return failures;
    }
}
