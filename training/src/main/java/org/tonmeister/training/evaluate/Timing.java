package org.tonmeister.training.evaluate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * What a model costs on this machine. Not the same in two runs.
 *
 * @param cpuSeconds CPU time of the whole process for the windows of a four-minute song, without the features; median of
 *     some runs, warm
 * @param weightBytes size of the weights
 */
record Timing(double cpuSeconds, long weightBytes) {
    /** Four minutes. */
    static final int WINDOWS = 48;

    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;

    /** @param windows not empty; taken again and again until there are enough */
    static Timing of(PredictorSource source, List<SpectrogramWindow> windows) {
        var song = new ArrayList<SpectrogramWindow>();
        while (song.size() < WINDOWS) {
            song.add(windows.get(song.size() % windows.size()));
        }
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (TrackPredictor predictor = source.open().get()) {
            var seconds = new ArrayList<Double>();
            for (int run = -WARM_UPS; run < RUNS; run++) {
                long before = process.getProcessCpuTime();
                predictor.estimate(song, List.of());
                if (run >= 0) {
                    seconds.add((process.getProcessCpuTime() - before) / 1e9);
                }
            }
            Collections.sort(seconds);
            return new Timing(seconds.get(RUNS / 2), predictor.weightBytes());
        }
    }
}
