package org.tonmeister.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

/** FLAC encoding into a temporary file. Milliseconds for one second of sound. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@OperationsPerInvocation(Music.SECONDS)
public class EncodingBenchmark {
    @Param({"16", "24"})
    public int bits;

    private Path file;

    @Setup
    public void make() throws IOException {
        file = Files.createTempFile("bench", ".flac");
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public Path flac(Music music) throws IOException {
        try (var writer =
                AudioWriter.create(file, OutputFormat.FLAC, music.sampleRate(), bits, Map.of(), Optional.empty())) {
            music.play(writer::write);
            writer.finish();
        }
        return file;
    }
}
