package org.tonmeister.benchmarks.meters;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.benchmarks.judge.FfmpegJudge;

/**
 * One track by both meters. Loudness in LUFS, ranges in LU, peaks in dBTP.
 *
 * @param track label in the corpus
 */
record MeterRow(
        String track,
        double lufs,
        double ffmpegLufs,
        double lraLu,
        double ffmpegLraLu,
        double truePeakDbtp,
        double ffmpegTruePeakDbtp) {

    /** Measures a file with the meter behind {@code tonmeister analyze} and with FFmpeg's. */
    static MeterRow of(String label, Path file) throws IOException, InterruptedException {
        var track = FileTrack.open(file);
        var meter = new TrackMeter(track.sampleRate());
        track.read(meter::add);
        var ours = meter.finish().measurement();
        var judge = FfmpegJudge.of(file);
        return new MeterRow(
                label,
                ours.loudness().integratedLufs(),
                judge.lufs(),
                ours.loudness().rangeLu(),
                judge.lraLu(),
                ours.truePeakDbtp(),
                judge.truePeakDbtp());
    }

    double lufsDifference() {
        return lufs - ffmpegLufs;
    }

    double lraDifference() {
        return lraLu - ffmpegLraLu;
    }

    double truePeakDifference() {
        return truePeakDbtp - ffmpegTruePeakDbtp;
    }
}
