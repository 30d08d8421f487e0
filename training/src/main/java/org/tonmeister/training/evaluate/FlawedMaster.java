package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.WindowRecords;
import org.tonmeister.training.targets.MasterTrack;
import org.tonmeister.training.targets.WindowGrid;

/** Some windows in the middle of a master, as it is or with a flaw. Not for use by several threads. */
final class FlawedMaster {
    static final int WINDOWS = 6;
    private static final int PRE_ROLL_SECONDS = 2;

    private final WindowRecords records = new WindowRecords();
    private final MasterTrack master;
    private final WindowGrid grid;
    private final int firstWindow;
    private final int windows;
    /** The stretch from the pre-roll on, {@code [2][frames]}. */
    private final float[][] stretch;

    private final int preRoll;

    FlawedMaster(MasterTrack master) {
        this.master = master;
        grid = master.windows();
        windows = Math.min(WINDOWS, grid.count());
        firstWindow = (grid.count() - windows) / 2;
        int start = grid.start(firstWindow);
        int last = firstWindow + windows - 1;
        preRoll = Math.min(start, PRE_ROLL_SECONDS * master.sampleRate());
        int end = grid.start(last) + grid.frames(last);
        stretch = new float[][] {
            Arrays.copyOfRange(master.samples()[0], start - preRoll, end),
            Arrays.copyOfRange(master.samples()[1], start - preRoll, end)
        };
    }

    /** Windows of the master as it is. */
    List<SpectrogramWindow> untouched() {
        return records(stretch);
    }

    /** The same windows with a flaw. */
    List<SpectrogramWindow> with(Flaw flaw) throws IOException, InterruptedException {
        float[][] flawed = FfmpegFilter.apply(flaw.filter(), stretch, master.sampleRate());
        if (flaw.keepsLoudness()) {
            double gainDb = lufs(stretch) - lufs(flawed);
            float gain = (float) StrictMath.pow(10, gainDb / 20);
            for (float[] channel : flawed) {
                for (int i = 0; i < channel.length; i++) {
                    channel[i] *= gain;
                }
            }
        }
        return records(flawed);
    }

    private double lufs(float[][] stereo) {
        var meter = new LoudnessMeter(master.sampleRate());
        meter.add(stereo, stereo[0].length);
        return meter.result().integratedLufs();
    }

    private List<SpectrogramWindow> records(float[][] stereo) {
        var list = new ArrayList<SpectrogramWindow>();
        int at = preRoll;
        for (int window = firstWindow; window < firstWindow + windows; window++) {
            int frames = grid.frames(window);
            list.add(records.of("", "", window, stereo, at, frames, master.sampleRate()));
            at += frames;
        }
        return list;
    }
}
