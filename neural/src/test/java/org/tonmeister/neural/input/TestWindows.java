package org.tonmeister.neural.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.WindowStatistics;

/** Records of windows whose levels a test says. */
public final class TestWindows {
    private TestWindows() {}

    /** Level in hundredths of a dB of a point. */
    public interface Levels {
        int of(int channel, int bin, int frame);
    }

    public static SpectrogramWindow of(int frames, Levels levels) {
        return claiming(LogMel.BINS, frames, frames, levels);
    }

    /** A record that says it has other bands or frames than it has. */
    static SpectrogramWindow claiming(int melBins, int claimedFrames, int frames, Levels levels) {
        return SpectrogramWindow.newBuilder()
                .setTrackId("track")
                .setUploadId("0-0")
                .setPass("0.0")
                .setWindow(0)
                .setAudio(new RecordPointer(0, 0L))
                .setSeconds(5)
                .setMelBins(melBins)
                .setFrames(claimedFrames)
                .setHopSeconds(0.046)
                .setMid(bytes(frames, 0, levels))
                .setSide(bytes(frames, 1, levels))
                .setStatistics(statistics(-20))
                .build();
    }

    public static WindowStatistics statistics(double lufs) {
        return new WindowStatistics(
                lufs, lufs - 1, lufs + 14, lufs - 2, lufs - 12, 0.5, list(3), list(10), list(6), 4.0, 8.0, 2.0);
    }

    private static List<Float> list(int size) {
        return Collections.nCopies(size, 1f);
    }

    private static ByteBuffer bytes(int frames, int channel, Levels levels) {
        var bytes = ByteBuffer.allocate(LogMel.BINS * frames * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int bin = 0; bin < LogMel.BINS; bin++) {
            for (int frame = 0; frame < frames; frame++) {
                bytes.putShort((short) levels.of(channel, bin, frame));
            }
        }
        return bytes.flip();
    }
}
