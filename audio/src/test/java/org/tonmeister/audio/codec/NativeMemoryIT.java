package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is opened natively is freed, whatever the end. */
class NativeMemoryIT {
    private static final int ROUNDS = 250;
    private static final int WARM_UP = 100;
    private static final int BATCHES = 4;
    /** Leaving one decoder open each round would take 40 MB in every batch, one demuxer as much. */
    private static final long ALLOWED_BYTES = 16L << 20;

    @TempDir
    Path folder;

    private interface Round {
        void run() throws Exception;
    }

    @Test
    void readingAndAbandoning_leaksNothing() throws Exception {
        Path file = Signals.write(
                folder.resolve("a.mp3"),
                OutputFormat.MP3,
                44_100,
                16,
                Signals.sines(44_100, 9_000),
                Map.of("title", "x"),
                Optional.of(new Cover(Cover.PNG, Covers.png())),
                4_096);
        float[][] block = new float[2][1_000];

        assertBounded(() -> {
            try (AudioReader reader = AudioReader.open(file)) {
                reader.read(block, 1_000);
            }
        });
    }

    @Test
    void refusals_leakNothing() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "no audio\n".repeat(1_000));
        Path whole = FfmpegProgram.make(folder.resolve("a.aac"), FfmpegProgram.source(44_100, 0.2));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.aac"), Arrays.copyOf(bytes, bytes.length / 2));
        Path rate = FfmpegProgram.make(folder.resolve("rate.flac"), FfmpegProgram.source(4_000, 0.2));

        assertBounded(() -> {
            for (Path file : new Path[] {text, cut, rate}) {
                assertThatThrownBy(() -> Decoded.of(file)).isInstanceOf(AudioFormatException.class);
            }
        });
    }

    @Test
    void writingAndAbandoning_leaksNothing() throws Exception {
        float[][] samples = Signals.sines(44_100, 5_000);
        List<OutputFormat> formats = List.of(OutputFormat.values());
        int[] round = {0};

        assertBounded(() -> {
            OutputFormat format = formats.get(round[0]++ % formats.size());
            Path file = folder.resolve("a");
            try (AudioWriter writer = AudioWriter.create(
                    file, format, 44_100, 16, Map.of("title", "x"), Optional.of(new Cover(Cover.PNG, Covers.png())))) {
                writer.write(samples, 5_000);
                if (round[0] % 2 == 0) {
                    writer.finish();
                }
            }
        });
    }

    private static void assertBounded(Round round) throws Exception {
        run(round, WARM_UP);
        long counted = Pointer.totalBytes();
        long leastGrowth = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES && leastGrowth >= ALLOWED_BYTES; batch++) {
            long before = Pointer.physicalBytes();
            run(round, ROUNDS);
            leastGrowth = Math.min(leastGrowth, Pointer.physicalBytes() - before);
        }
        // JavaCPP's own allocations to the byte; FFmpeg's show in what the process holds, next to the growth of heap,
        // compiled code and allocator. Those settle: only a leak grows in every batch.
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(counted);
        assertThat(leastGrowth).isLessThan(ALLOWED_BYTES);
    }

    private static void run(Round round, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            round.run();
            if (i % 50 == 0) {
                // Keeps the Java heap from touching fresh memory, which would look like a leak.
                System.gc();
            }
        }
    }
}
