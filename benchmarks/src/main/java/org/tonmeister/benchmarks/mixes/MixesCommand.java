package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.benchmarks.corpus.TestTracks;
import org.tonmeister.benchmarks.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench mixes}. */
@Command(
        name = "mixes",
        description =
                "Mixes tracks of the corpus with parameters drawn at random, in three formats each, and has FFmpeg"
                        + " judge the files. The exit code is 1 if one is more than 0.1 dB above its ceiling, has a DC offset"
                        + " above -60 dBFS, a sample that is no number, or a discontinuity that its source has not.",
        mixinStandardHelpOptions = true)
public final class MixesCommand implements Callable<Integer> {
    private static final List<OutputFormat> FORMATS = List.of(OutputFormat.FLAC, OutputFormat.MP3, OutputFormat.OPUS);

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", description = "of the parameters (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private TestTracks tracks = new TestTracks();

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        var rows = new ArrayList<MixRow>();
        for (var track : tracks.files(err).entrySet()) {
            var trial = new MixTrial(track.getKey(), track.getValue());
            for (OutputFormat format : FORMATS) {
                MixRow row = trial.run(format, seed + rows.size());
                rows.add(row);
                err.print(MixTable.row(row));
                err.flush();
            }
        }
        results.write("mixes", rows, MixTable.of(rows));
        long faulty = rows.stream().filter(row -> !MixTable.isSound(row)).count();
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT, "%d of %d mixes are without fault", rows.size() - faulty, rows.size()));
        return faulty == 0 ? 0 : 1;
    }
}
