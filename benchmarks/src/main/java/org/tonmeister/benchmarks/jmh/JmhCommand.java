package org.tonmeister.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench jmh}. */
@Command(
        name = "jmh",
        description = "Runs the JMH benchmarks: milliseconds of one core for one second of sound.",
        mixinStandardHelpOptions = true)
public final class JmhCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Which benchmarks, such as Chain or Meter.truePeak; all if left out.")
    private String regex;

    @Option(names = "--song", paramLabel = "FILE", description = "Music to take 10 s from; a made sound if left out.")
    private Path song;

    @Option(names = "--forks", defaultValue = "1", description = "Java machines for each benchmark; ${DEFAULT-VALUE}.")
    private int forks;

    @Option(
            names = "--iterations",
            defaultValue = "5",
            description = "One-second iterations for each figure; ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(names = "--out", paramLabel = "FILE", description = "JSON file for the results.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var options = new OptionsBuilder()
                .include(regex)
                .forks(forks)
                .threads(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms256m", "-Xmx1g", "-XX:+UseSerialGC");
        if (song != null) {
            options.param("song", song.toAbsolutePath().toString());
        }
        if (out != null) {
            options.resultFormat(ResultFormatType.JSON).result(out.toString());
        }
        try {
            new Runner(options.build()).run();
            return 0;
        } catch (RunnerException e) {
            throw new IOException("the benchmarks did not run: " + e.getMessage(), e);
        }
    }
}
