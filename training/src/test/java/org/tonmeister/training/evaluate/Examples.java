package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.TestMusic;
import org.tonmeister.training.masters.WindowRecords;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.ExampleWriter;
import org.tonmeister.training.targets.Protocol;

/** Sets of noise whose only flaw is its level, and a predictor that hears it. */
final class Examples {
    private static final WindowRecords RECORDS = new WindowRecords();
    private static final int WINDOWS = 3;

    private Examples() {}

    static Example example(String id, Protocol protocol, String source, Parameters truth) {
        return new Example("package/song", id, protocol, source, truth, EnumSet.allOf(Parameter.class));
    }

    /** Tracks with a clean example, and one by each protocol. */
    static void masters(Path set, int tracks, long seed) throws IOException {
        var random = new Random(seed);
        for (int track = 0; track < tracks; track++) {
            try (var writer = ExampleWriter.open(set, "track" + track, "seed " + seed)) {
                writer.add(windows("clean-0000", Protocol.CLEAN, "masters", 0.5, random));
                writer.add(windows("a12-0000", Protocol.A12, "masters", 0.2 + 0.6 * random.nextDouble(), random));
                writer.add(windows("b12-0000", Protocol.B12, "masters", 0.2 + 0.6 * random.nextDouble(), random));
                writer.finish();
            }
        }
    }

    /** Tracks of dry sources, of which the reverb is to be told. */
    static void sends(Path set, int tracks, long seed) throws IOException {
        var random = new Random(seed);
        for (int track = 0; track < tracks; track++) {
            try (var writer = ExampleWriter.open(set, "dry" + track, "seed " + seed)) {
                var dry = windows("sends-0000", Protocol.SENDS, track % 2 == 0 ? "midi" : "stems", 0.5, random);
                var known = new Example(
                        dry.example().track(),
                        dry.example().id(),
                        Protocol.SENDS,
                        dry.example().source(),
                        Parameters.neutral().with(Parameter.REVERB, 0.2 * (track + 1)),
                        EnumSet.of(Parameter.REVERB));
                writer.add(new ExampleWindows(known, dry.windows()));
                writer.finish();
            }
        }
    }

    private static ExampleWindows windows(
            String id, Protocol protocol, String source, double inputGain, Random random) {
        double gainDb = 24 * (inputGain - 0.5);
        List<SpectrogramWindow> windows = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            float[][] noise = atLoudness(
                    TestMusic.noise(random.nextLong(), 0.5, true, -10, 0), WindowWeight.WORK_LEVEL_LUFS - gainDb);
            windows.add(RECORDS.of("package/song", id, 2 * window, noise, 0, noise[0].length, TestMusic.SAMPLE_RATE));
        }
        return new ExampleWindows(
                example(id, protocol, source, Parameters.neutral().with(Parameter.INPUT_GAIN, inputGain)), windows);
    }

    private static float[][] atLoudness(float[][] stereo, double lufs) {
        var meter = new LoudnessMeter(TestMusic.SAMPLE_RATE);
        meter.add(stereo, stereo[0].length);
        float gain = (float) StrictMath.pow(10, (lufs - meter.result().integratedLufs()) / 20);
        for (float[] channel : stereo) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= gain;
            }
        }
        return stereo;
    }

    /** Says of a window what its loudness wants. With a reference, what brings it to the reference's. */
    static PredictorSource listener(String name) {
        return PredictorSource.of(() -> new TrackPredictor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public boolean readsReference() {
                return true;
            }

            @Override
            public List<Estimate> estimate(List<SpectrogramWindow> windows, List<SpectrogramWindow> reference) {
                double target = reference.isEmpty() ? WindowWeight.WORK_LEVEL_LUFS + 2 : lufs(reference.get(0));
                return windows.stream()
                        .map(window -> {
                            double value = 0.5 + (target - lufs(window)) / 24;
                            return new Estimate(
                                    Parameters.neutral().with(Parameter.INPUT_GAIN, Math.max(0, Math.min(1, value))),
                                    1);
                        })
                        .toList();
            }
        });
    }

    private static double lufs(SpectrogramWindow window) {
        return window.getStatistics().getLoudnessLufs();
    }
}
