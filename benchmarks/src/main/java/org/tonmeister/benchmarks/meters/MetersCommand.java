package org.tonmeister.benchmarks.meters;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.tonmeister.benchmarks.corpus.TestTracks;
import org.tonmeister.benchmarks.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench meters}. */
@Command(
        name = "meters",
        description =
                "Compares the figures of 'tonmeister analyze' with FFmpeg's ebur128 filter on tracks of the corpus."
                        + " The exit code is 1 if they differ by more than 0.1 LU integrated, 0.5 LU range or 0.2 dB true peak.",
        mixinStandardHelpOptions = true)
public final class MetersCommand implements Callable<Integer> {
    private static final double LOUDNESS_TOLERANCE_LU = 0.1;
    private static final double RANGE_TOLERANCE_LU = 0.5;
    private static final double PEAK_TOLERANCE_DB = 0.2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TestTracks tracks = new TestTracks();

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        var rows = new ArrayList<MeterRow>();
        for (var track : tracks.files(err).entrySet()) {
            err.println(track.getKey());
            rows.add(MeterRow.of(track.getKey(), track.getValue()));
        }
        String table = table(rows);
        results.write("meters", rows, table);
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        boolean agree = largest(rows, MeterRow::lufsDifference) <= LOUDNESS_TOLERANCE_LU
                && largest(rows, MeterRow::lraDifference) <= RANGE_TOLERANCE_LU
                && largest(rows, MeterRow::truePeakDifference) <= PEAK_TOLERANCE_DB;
        return agree ? 0 : 1;
    }

    private static String table(List<MeterRow> rows) {
        var text = new StringBuilder("# Meters beside FFmpeg's\n\n"
                + "Made by `benchmarks/bench meters`: what `tonmeister analyze` reads, and its difference to FFmpeg's"
                + " `ebur128=peak=true`.\n\n"
                + "| track | LUFS | Δ LU | LRA | Δ LU | dBTP | Δ dB |\n|---|---|---|---|---|---|---|\n");
        for (MeterRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %+.3f | %.2f | %+.3f | %.2f | %+.3f |%n",
                    row.track(),
                    row.lufs(),
                    row.lufsDifference(),
                    row.lraLu(),
                    row.lraDifference(),
                    row.truePeakDbtp(),
                    row.truePeakDifference()));
        }
        text.append(String.format(
                Locale.ROOT,
                "| largest difference | | %.3f | | %.3f | | %.3f |%n",
                largest(rows, MeterRow::lufsDifference),
                largest(rows, MeterRow::lraDifference),
                largest(rows, MeterRow::truePeakDifference)));
        return text.toString();
    }

    private static double largest(List<MeterRow> rows, ToDoubleFunction<MeterRow> difference) {
        return rows.stream().mapToDouble(difference).map(Math::abs).max().orElseThrow();
    }
}
