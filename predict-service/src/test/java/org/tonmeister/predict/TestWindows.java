package org.tonmeister.predict;

import java.nio.ByteBuffer;
import java.util.List;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SourceDescription;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.TrackClosing;
import org.tonmeister.schemas.record.WindowStatistics;

/** Windows of a track as feature-service writes them. */
final class TestWindows {
    /** Of a track, unless said otherwise. */
    static final int COUNT = 6;

    private TestWindows() {}

    /** One encoded; the last of {@code windows} closes the track. */
    static byte[] of(String track, String upload, String pass, int window, int windows) {
        return AvroSerde.of(SpectrogramWindow.class)
                .encode(new SpectrogramWindow(
                        track,
                        upload,
                        pass,
                        window,
                        new RecordPointer(0, 10L + window),
                        5.0,
                        128,
                        1,
                        0.046,
                        ByteBuffer.allocate(256),
                        ByteBuffer.allocate(256),
                        statistics(),
                        window == windows - 1 ? closing(windows) : null));
    }

    /** Figures of a window of music, the same for all. */
    static WindowStatistics statistics() {
        return WindowStatistics.newBuilder()
                .setLoudnessLufs(-20)
                .setRmsDbfs(-20)
                .setPeakDbfs(-3)
                .setMidDbfs(-20)
                .setSideDbfs(-30)
                .setCorrelation(0.5)
                .setLevelPercentilesDb(List.of())
                .setSlopePercentilesDb(List.of())
                .setLevelDeviationDb(3)
                .setCrestMeanDb(9)
                .setCrestDeviationDb(2)
                .build();
    }

    private static TrackClosing closing(int windows) {
        return new TrackClosing(
                windows,
                windows * 220_500L,
                44_100,
                "range",
                windows * 882_000L,
                ByteBuffer.allocate(32),
                new SourceDescription("a.wav", "wav", "pcm_s16le", 44_100, 2, 16, false),
                MixOptions.newBuilder().build(),
                List.of());
    }
}
