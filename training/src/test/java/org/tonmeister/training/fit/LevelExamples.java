package org.tonmeister.training.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.TestMusic;
import org.tonmeister.training.masters.WindowRecords;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.ExampleWriter;
import org.tonmeister.training.targets.Protocol;

/** Sets of noise whose only flaw is its level. */
final class LevelExamples {
    private static final WindowRecords RECORDS = new WindowRecords();
    private static final int TRACK_WINDOWS = 6;
    private static final double SECONDS = 0.4;

    private LevelExamples() {}

    /** Tracks with a clean example of all their windows, and flawed ones of one half. */
    static void write(Path set, int tracks, int flawed, long seed) throws IOException {
        var random = new Random(seed);
        for (int track = 0; track < tracks; track++) {
            String name = "package/" + track;
            try (var writer = ExampleWriter.open(set, String.format("%032d", track), "seed " + seed)) {
                writer.add(example(name, "clean-0000", Protocol.CLEAN, 0.5, 0, TRACK_WINDOWS, random));
                for (int i = 0; i < flawed; i++) {
                    int first = random.nextBoolean() ? 0 : TRACK_WINDOWS / 2;
                    writer.add(example(
                            name,
                            "a12-" + i,
                            Protocol.A12,
                            random.nextDouble(),
                            first,
                            first + TRACK_WINDOWS / 2,
                            random));
                }
                writer.finish();
            }
        }
    }

    private static ExampleWindows example(
            String track, String id, Protocol protocol, double inputGain, int first, int end, Random random) {
        List<SpectrogramWindow> windows = new ArrayList<>();
        for (int window = first; window < end; window++) {
            float[][] noise = TestMusic.noise(random.nextLong(), SECONDS, true, -10, 8 - 24 * (inputGain - 0.5));
            windows.add(RECORDS.of(track, id, window, noise, 0, noise[0].length, TestMusic.SAMPLE_RATE));
        }
        var truth = Parameters.neutral().with(Parameter.INPUT_GAIN, inputGain);
        return new ExampleWindows(
                new Example(track, id, protocol, "masters", truth, EnumSet.allOf(Parameter.class)), windows);
    }
}
