package org.tonmeister.training.evaluate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * What a model costs on this machine. Not the same in two runs.
 *
 * @param cpuSeconds CPU time of the whole process for the windows of a four-minute song, without the features; mean of
 *     some runs, warm
 * @param weightBytes size of the weights
 */
record Timing(double cpuSeconds, long weightBytes) {
    /** Four minutes. */
    static final int WINDOWS = 48;

    private static final int WARM_UPS = 3;
    private static final int RUNS = 10;

    /** @param windows not empty; taken again and again until there are enough */
    static Timing of(PredictorSource source, List<SpectrogramWindow> windows) {
        var song = new ArrayList<SpectrogramWindow>();
        while (song.size() < WINDOWS) {
            song.add(windows.get(song.size() % windows.size()));
        }
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (TrackPredictor predictor = source.open().get()) {
            long started = 0;
            for (int run = 0; run < WARM_UPS + RUNS; run++) {
                if (run == WARM_UPS) {
                    started = process.getProcessCpuTime();
                }
                predictor.estimate(song, List.of());
            }
            double seconds = (process.getProcessCpuTime() - started) / 1e9;
            return new Timing(seconds / RUNS, predictor.weightBytes());
        }
    }
}
