package org.tonmeister.feature;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.schemas.record.WindowStatistics;

/** A window's figures as a record; crest and other differences of two of them are left to the reader. */
final class StatisticsRecords {
    private StatisticsRecords() {}

    static WindowStatistics of(org.tonmeister.audio.analysis.WindowStatistics figures) {
        return WindowStatistics.newBuilder()
                .setLoudnessLufs(figures.loudnessLufs())
                .setRmsDbfs(figures.rmsDbfs())
                .setPeakDbfs(figures.samplePeakDbfs())
                .setMidDbfs(figures.midDbfs())
                .setSideDbfs(figures.sideDbfs())
                .setCorrelation(figures.correlation())
                .setMomentaryPercentilesLu(list(figures.momentaryLu()))
                .setLevelPercentilesDb(list(figures.levelsDb()))
                .setSlopePercentilesDb(list(figures.slopesDb()))
                .setLevelDeviationDb(figures.levelDeviationDb())
                .setCrestMeanDb(figures.shortCrestMeanDb())
                .setCrestDeviationDb(figures.shortCrestDeviationDb())
                .build();
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
